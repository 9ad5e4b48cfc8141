package dev.lede.ingest.bulk;

import dev.lede.document.Finding;
import dev.lede.ingest.Outcome.Action;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file of a bulk call, or of a document that did not come.
 *
 * @param path as it is kept, or as it was given where it cannot be kept
 * @param action null when it failed
 * @param id of the article; null for assets
 * @param url of the article, or where the asset is loaded
 * @param movedTo where a deleted document lives on
 * @param findings errors when it failed, else warnings; of what failed there may be both
 */
public record BulkItem(
        String path,
        @Nullable Action action,
        @Nullable UUID id,
        @Nullable String url,
        @Nullable String movedTo,
        List<Finding> findings) {

    static BulkItem failed(String path, List<Finding> findings) {
        return new BulkItem(path, null, null, null, null, findings);
    }

    static BulkItem failed(String path, String detail) {
        return failed(path, List.of(Finding.error(detail)));
    }

    static BulkItem of(String path, Action action, @Nullable UUID id, String url) {
        return new BulkItem(path, action, id, url, null, List.of());
    }
}
