/** From Markdown to HTML that nobody has made safe yet. It may use nothing of ours: pure Java. */
@NullMarked
package dev.lede.markdown.commonmark;

import org.jspecify.annotations.NullMarked;
