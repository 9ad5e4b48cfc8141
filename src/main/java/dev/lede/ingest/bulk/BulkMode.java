package dev.lede.ingest.bulk;

import java.util.OptionalLong;

/**
 * How a bulk call is meant.
 *
 * @param atomic one failed item means that nothing is stored
 * @param strict warnings count as errors
 * @param dryRun everything is done, and undone
 * @param unchangedSince the revision since which no author may have changed anything
 */
public record BulkMode(boolean atomic, boolean strict, boolean dryRun, OptionalLong unchangedSince) {}
