package dev.lede.ingest;

import dev.lede.database.Database.Ending;
import dev.lede.document.DocumentPath;
import dev.lede.http.caching.Preconditions;
import java.util.Optional;

/**
 * How a write is meant.
 *
 * @param dryRun everything is done, and undone
 * @param strict warnings count as errors
 * @param movedFrom the document that this one takes the place of
 * @param preconditions on the entity tag of the document as it stands
 */
public record Mode(boolean dryRun, boolean strict, Optional<DocumentPath> movedFrom, Preconditions preconditions) {

    /** The same, for a document that nothing else may stand in the place of. */
    public Mode onlyNew() {
        return new Mode(dryRun, strict, movedFrom, Preconditions.parse(null, "*"));
    }

    Ending ending() {
        return dryRun ? Ending.ROLL_BACK : Ending.COMMIT;
    }
}
