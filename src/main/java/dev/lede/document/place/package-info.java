/** Where a document lies: its path, language, slug and url. It may use the values of its parent package. */
@NullMarked
package dev.lede.document.place;

import org.jspecify.annotations.NullMarked;
