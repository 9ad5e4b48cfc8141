/** From a body to safe HTML, text, contents, summary and counts. It may use nothing of ours: pure Java. */
@NullMarked
package dev.lede.markdown;

import org.jspecify.annotations.NullMarked;
