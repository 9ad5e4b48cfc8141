package dev.lede.cli.upload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a bulk call is meant.
 *
 * @param atomic all or nothing
 * @param strict warnings are errors
 * @param dryRun nothing is stored
 * @param ifRevision go on only when nothing changed since
 * @param prune what to delete that does not come
 */
public record BulkMode(boolean atomic, boolean strict, boolean dryRun, OptionalLong ifRevision, Optional<Prune> prune) {

    /**
     * Deletes what does not come.
     *
     * @param scope the folder below which, with a slash at its end; {@code /} for everywhere
     * @param maxDeletes more deletions than this refuse the whole call; Lede's own limit when empty
     */
    public record Prune(String scope, OptionalLong maxDeletes) {}

    /** The same without deletions. */
    public BulkMode keeping() {
        return new BulkMode(atomic, strict, dryRun, ifRevision, Optional.empty());
    }

    /** The same, with these deletions. */
    public BulkMode pruning(Prune newPrune) {
        return new BulkMode(atomic, strict, dryRun, ifRevision, Optional.of(newPrune));
    }

    Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        flag(query, "atomic", atomic);
        flag(query, "strict", strict);
        flag(query, "dryRun", dryRun);
        ifRevision.ifPresent(revision -> query.put("ifRevision", Long.toString(revision)));
        prune.ifPresent(what -> {
            query.put("prune", "true");
            query.put("scope", what.scope());
            what.maxDeletes().ifPresent(most -> query.put("maxDeletes", Long.toString(most)));
        });
        return query;
    }

    private static void flag(Map<String, String> query, String name, boolean value) {
        if (value) {
            query.put(name, "true");
        }
    }
}
