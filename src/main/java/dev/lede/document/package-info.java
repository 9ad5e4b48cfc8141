/** From bytes to a document: front matter, body, and what they mean, with positions. It may use nothing of ours: pure Java. */
@NullMarked
package dev.lede.document;

import org.jspecify.annotations.NullMarked;
