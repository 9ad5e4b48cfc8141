/** From pieces of text to the numbers that the index holds. It may use search.text. */
@NullMarked
package dev.lede.search.token;

import org.jspecify.annotations.NullMarked;
