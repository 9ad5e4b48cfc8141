/** What things cost. Nothing here is a test: figures are printed, for people to compare within one run. */
@NullMarked
package dev.lede.benchmark;

import org.jspecify.annotations.NullMarked;
