package dev.lede.ingest;

import dev.lede.document.DocumentPath;
import dev.lede.document.Finding;
import java.util.List;
import java.util.Locale;

/** What became of a document that wanted in. */
public sealed interface Outcome {

    /** What was done with the document. */
    enum Action {
        CREATED,
        UPDATED,
        UNCHANGED,
        DELETED;

        /** As it is answered. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * It is there.
     *
     * @param article as JSON
     * @param hash of the document, in hex
     */
    record Accepted(DocumentPath path, Action action, byte[] article, List<Finding> warnings, String hash)
            implements Outcome {}

    /** It cannot be understood, or not without doubts where none are wanted. Nothing was stored. */
    record Rejected(DocumentPath path, List<Finding> findings) implements Outcome {

        /** What has to be mended: the errors, or all doubts where there is no error. */
        public List<Finding> faults() {
            var errors = findings.stream().filter(Finding::isError).toList();
            return errors.isEmpty() ? findings : errors;
        }
    }
}
