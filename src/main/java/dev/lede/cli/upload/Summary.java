package dev.lede.cli.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.cli.console.Numbers;

/**
 * An import in numbers of files.
 *
 * @param scheduled of those created and updated, the articles that only appear later
 */
public record Summary(long created, long updated, long unchanged, long deleted, long failed, long scheduled) {

    public static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0);

    static Summary of(JsonNode json) {
        return new Summary(
                json.path("created").asLong(),
                json.path("updated").asLong(),
                json.path("unchanged").asLong(),
                json.path("deleted").asLong(),
                json.path("failed").asLong(),
                json.path("scheduled").asLong());
    }

    /** Files that did not have to be sent. */
    public static Summary unchanged(long files) {
        return new Summary(0, 0, files, 0, 0, 0);
    }

    /** Files that could not be sent. */
    public static Summary failed(long files) {
        return new Summary(0, 0, 0, 0, files, 0);
    }

    /** Documents that were deleted one by one. */
    public static Summary deleted(long files) {
        return new Summary(0, 0, 0, files, 0, 0);
    }

    /** Both together. */
    public Summary plus(Summary other) {
        return new Summary(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                deleted + other.deleted,
                failed + other.failed,
                scheduled + other.scheduled);
    }

    /** How many files this is about. */
    public long all() {
        return created + updated + unchanged + deleted + failed;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("created", created)
                .put("updated", updated)
                .put("unchanged", unchanged)
                .put("deleted", deleted)
                .put("failed", failed)
                .put("scheduled", scheduled);
    }

    /** {@code created 3, updated 1, unchanged 120}; what is none is left out, but for these three. */
    @Override
    public String toString() {
        return "created " + Numbers.count(created) + ", updated " + Numbers.count(updated) + ", unchanged "
                + Numbers.count(unchanged)
                + some(", deleted ", deleted)
                + some(", failed ", failed)
                + some(", of these scheduled ", scheduled);
    }

    private static String some(String what, long number) {
        return number == 0 ? "" : what + Numbers.count(number);
    }
}
