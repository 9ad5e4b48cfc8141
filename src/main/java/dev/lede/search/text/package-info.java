/** From text to what is compared: folded, and in pieces with their places. It may use nothing of ours. */
@NullMarked
package dev.lede.search.text;

import org.jspecify.annotations.NullMarked;
