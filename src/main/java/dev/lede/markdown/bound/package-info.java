/** What keeps any text within linear time where the Markdown parser alone would not. It may use nothing of ours. */
@NullMarked
package dev.lede.markdown.bound;

import org.jspecify.annotations.NullMarked;
