/** Shortcodes and Liquid tags: found in a source, kept out of the parsers' way, taken out of the page. Pure Java. */
@NullMarked
package dev.lede.markdown.tag;

import org.jspecify.annotations.NullMarked;
