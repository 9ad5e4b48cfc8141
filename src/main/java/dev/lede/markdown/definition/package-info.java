/** Definition lists of Markdown: terms, and what they mean on lines that begin with a colon. It may use nothing of ours. */
@NullMarked
package dev.lede.markdown.definition;

import org.jspecify.annotations.NullMarked;
