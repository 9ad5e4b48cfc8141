package dev.lede.ingest.http;

import dev.lede.document.Finding;
import dev.lede.http.problem.Violation;

/** What was found in a document, as it is answered. */
public final class Violations {

    private Violations() {}

    /** The finding with its place, key, value and hint, as far as they are known. */
    public static Violation of(Finding finding) {
        return new Violation(
                finding.detail(),
                null,
                null,
                finding.line(),
                finding.column(),
                finding.key(),
                finding.value(),
                finding.hint());
    }
}
