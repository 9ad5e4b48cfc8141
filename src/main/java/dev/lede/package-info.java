/** The program: what {@code main} does with its arguments. It may use every package. */
@NullMarked
package dev.lede;

import org.jspecify.annotations.NullMarked;
