/** What keeps any front matter within linear time where a parser alone would not. It may use nothing of ours. */
@NullMarked
package dev.lede.document.bound;

import org.jspecify.annotations.NullMarked;
