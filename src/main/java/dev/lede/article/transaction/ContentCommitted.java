package dev.lede.article.transaction;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of this node has committed. Told before whoever asked for it hears of it; observers may not fail.
 *
 * @param touched what it touched, as {@link Touched} names it
 * @param turn when the clock next changes what is visible, as of this revision; null when it never does
 */
public record ContentCommitted(
        long revision, Set<String> touched, @Nullable Instant turn) {}
