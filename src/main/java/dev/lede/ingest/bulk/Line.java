package dev.lede.ingest.bulk;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.document.Finding;
import dev.lede.ingest.derive.Derivation.Derived;
import dev.lede.ingest.store.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** One file of an upload on its way: told of as it stands, or a document that is still being derived. */
sealed interface Line {

    /** Nothing is to be done with it any more. */
    record Done(BulkItem item) implements Line {}

    /** A document that is new or changed. */
    record Pending(Incoming incoming, Future<Derived> derivation) implements Line {

        UUID id() {
            return incoming.path().id();
        }

        /** Waits for the derivation. */
        Candidate candidate() {
            try {
                var derived = derivation.get();
                return new Candidate(this, derived, new ArrayList<>(derived.findings()));
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while documents were derived", interruption);
            } catch (ExecutionException fault) {
                throw new IllegalStateException("Cannot derive " + incoming.path(), fault.getCause());
            }
        }
    }

    /**
     * A document that was derived.
     *
     * @param findings of the derivation, to which more are added
     */
    record Candidate(Pending line, Derived derived, List<Finding> findings) {

        Optional<ArticleDraft> draft() {
            return derived.draft();
        }

        boolean isAccepted(boolean strict) {
            return draft().isPresent() && !(strict && !findings.isEmpty());
        }
    }
}
