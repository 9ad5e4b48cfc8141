/**
 * The pieces of which requests and imports are made, one by one, for JMH, which {@code PiecesBenchmark} calls. Uses {@code
 * load}.
 */
@NullMarked
package dev.lede.benchmark.piece;

import org.jspecify.annotations.NullMarked;
