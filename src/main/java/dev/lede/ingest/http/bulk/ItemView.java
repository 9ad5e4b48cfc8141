package dev.lede.ingest.http.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lede.document.Finding;
import dev.lede.http.problem.Violation;
import dev.lede.ingest.bulk.BulkItem;
import dev.lede.ingest.http.Violations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file of a bulk call, as it is answered. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ItemView(
        String path,
        String action,
        @Nullable UUID id,
        @Nullable String url,
        @Nullable String movedTo,
        List<Violation> warnings,
        List<Violation> errors) {

    static ItemView of(BulkItem item) {
        var failed = item.action() == null;
        var hasErrors = item.findings().stream().anyMatch(Finding::isError);
        // Where warnings count as errors, they are what has to be mended.
        var errors = item.findings().stream()
                .filter(finding -> failed && (finding.isError() || !hasErrors))
                .toList();
        var warnings = item.findings().stream()
                .filter(finding -> !errors.contains(finding))
                .toList();
        return new ItemView(
                item.path(),
                item.action() == null ? "failed" : item.action().text(),
                item.id(),
                item.url(),
                item.movedTo(),
                warnings.stream().map(Violations::of).toList(),
                errors.stream().map(Violations::of).toList());
    }
}
