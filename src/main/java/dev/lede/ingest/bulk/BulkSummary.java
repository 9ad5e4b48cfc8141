package dev.lede.ingest.bulk;

/**
 * How a bulk call went, in numbers of items.
 *
 * @param scheduled of those created and updated, the articles that only appear later
 */
public record BulkSummary(int created, int updated, int unchanged, int deleted, int failed, int scheduled) {

    private static final int OK = 200;
    private static final int MULTI_STATUS = 207;
    /** The status when nothing is stored. */
    public static final int UNPROCESSABLE = 422;

    /** The HTTP status that says it: all well, some failed, or nothing stored. */
    public int status(boolean atomic) {
        if (failed == 0) {
            return OK;
        }
        return atomic || created + updated + unchanged == 0 ? UNPROCESSABLE : MULTI_STATUS;
    }
}
