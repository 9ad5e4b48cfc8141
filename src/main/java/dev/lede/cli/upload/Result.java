package dev.lede.cli.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.cli.outcome.Outcome;
import java.util.OptionalLong;

/**
 * How an import ended.
 *
 * @param isStored false when nothing is
 * @param revision the content has now, where Lede said so
 */
public record Result(Summary summary, boolean isStored, OptionalLong revision) {

    private static final int OK = 200;
    private static final int SOME = 207;
    private static final int NOTHING = 422;

    /** Nothing was asked of Lede yet. */
    public static final Result NOTHING_SENT = new Result(Summary.NONE, false, OptionalLong.empty());

    /** Files that Lede has already, with the very bytes. */
    public static Result unchanged(long files) {
        return new Result(Summary.unchanged(files), files > 0, OptionalLong.empty());
    }

    /** Documents that were deleted one by one. */
    public static Result deleted(long files) {
        return new Result(Summary.deleted(files), files > 0, OptionalLong.empty());
    }

    /** These could not be sent, which says nothing about the others. */
    public static Result unsent(long files) {
        return new Result(Summary.failed(files), false, OptionalLong.empty());
    }

    static Result of(JsonNode lastLine) {
        var revision = lastLine.path("revision");
        return new Result(
                Summary.of(lastLine.path("summary")),
                lastLine.path("status").asInt() != NOTHING,
                revision.isIntegralNumber() ? OptionalLong.of(revision.asLong()) : OptionalLong.empty());
    }

    /** The same, though nothing of this import is stored: what was there before is no part of that. */
    public Result storedOnlyIf(boolean stored) {
        return new Result(summary, stored, revision);
    }

    /** Both, one after the other. */
    public Result then(Result next) {
        return new Result(
                summary.plus(next.summary),
                isStored || next.isStored,
                next.revision.isPresent() ? next.revision : revision);
    }

    /** How a command ends because of this. */
    public Outcome outcome() {
        if (summary.failed() == 0) {
            return Outcome.DONE;
        }
        return isStored ? Outcome.SOME_FAILED : Outcome.NOTHING_STORED;
    }

    /** As the last line of a bulk answer is. */
    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("summary", summary.json());
        json.put("status", summary.failed() == 0 ? OK : isStored ? SOME : NOTHING);
        revision.ifPresent(number -> json.put("revision", number));
        return json;
    }
}
