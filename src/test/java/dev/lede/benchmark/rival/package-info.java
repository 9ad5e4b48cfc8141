/** What Lede is compared with. Uses {@code load}. */
@NullMarked
package dev.lede.benchmark.rival;

import org.jspecify.annotations.NullMarked;
