/** Attribute lists of kramdown, Jekyll's Markdown, which say how things look and are no text. It may use nothing of ours. */
@NullMarked
package dev.lede.markdown.kramdown;

import org.jspecify.annotations.NullMarked;
