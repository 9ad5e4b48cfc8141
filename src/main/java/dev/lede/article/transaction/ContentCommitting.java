package dev.lede.article.transaction;

import java.util.Set;

/**
 * A transaction of this node is about to commit, and nothing but the commit is left. Told with the revision held;
 * observers may neither wait nor fail. That it commits is told by {@link ContentCommitted} alone.
 *
 * @param touched what it touches, as {@link Touched} names it
 */
public record ContentCommitting(long revision, Set<String> touched) {}
