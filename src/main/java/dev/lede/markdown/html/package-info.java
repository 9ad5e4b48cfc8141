/** From any HTML to safe HTML and to the blocks of text in it. It may use {@code markdown.text}. */
@NullMarked
package dev.lede.markdown.html;

import org.jspecify.annotations.NullMarked;
