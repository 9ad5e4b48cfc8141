/** Plain text: blocks, words, sentences, and where to cut it. It may use nothing of ours: pure Java. */
@NullMarked
package dev.lede.markdown.text;

import org.jspecify.annotations.NullMarked;
