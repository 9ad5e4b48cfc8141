/** What people mean when front matter cannot be parsed: parsers' messages in words, with a hint. It may use nothing of ours. */
@NullMarked
package dev.lede.document.mistake;

import org.jspecify.annotations.NullMarked;
