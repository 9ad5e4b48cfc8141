package dev.lede.document.meaning;

import dev.lede.document.frontmatter.Value;
import dev.lede.document.value.Truth;
import java.util.Optional;

/** Whether a document is a draft: nothing meant as one is ever published. */
public final class Drafts {
    private Drafts() {}

    /** Whether {@code draft} says yes or {@code published} says no; a {@code draft} that says neither is reported. */
    public static boolean of(Fields fields) {
        Optional<Value.Entry> draft = fields.get("draft");
        Optional<Boolean> said = draft.flatMap(entry -> Truth.of(entry.value()));
        if (draft.isPresent() && said.isEmpty()) {
            Value.Entry entry = draft.get();
            fields.findings().error(entry.key(), entry.value(), "is neither true nor false", "write true or false");
        }
        boolean unpublished = fields.get("published")
                .flatMap(entry -> flag(entry.value()))
                .map(published -> !published)
                .orElse(false);
        return said.orElse(false) || unpublished;
    }

    /** The yes or no of a {@code published} that is no date. */
    static Optional<Boolean> flag(Value value) {
        if (value instanceof Value.Scalar scalar && (scalar.isBlank() || scalar.value() instanceof Long)) {
            return Optional.empty();
        }
        return Truth.of(value);
    }
}
