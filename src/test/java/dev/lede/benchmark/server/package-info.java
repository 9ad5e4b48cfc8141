/** What the packaged application does, one kind of work after the other. Uses {@code load} and {@code rival}. */
@NullMarked
package dev.lede.benchmark.server;

import org.jspecify.annotations.NullMarked;
