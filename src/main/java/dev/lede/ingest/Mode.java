package dev.lede.ingest;

import dev.lede.database.Database.Ending;
import dev.lede.http.caching.Preconditions;

/**
 * How a write is meant.
 *
 * @param dryRun everything is done, and undone
 * @param strict warnings count as errors
 * @param preconditions on the entity tag of the document as it stands
 */
record Mode(boolean dryRun, boolean strict, Preconditions preconditions) {

    Ending ending() {
        return dryRun ? Ending.ROLL_BACK : Ending.COMMIT;
    }
}
