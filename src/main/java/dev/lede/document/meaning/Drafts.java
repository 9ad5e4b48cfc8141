package dev.lede.document.meaning;

import dev.lede.document.frontmatter.Value;
import dev.lede.document.value.Truth;
import java.util.Optional;

/** Whether a document is a draft: nothing meant as one is ever published. */
public final class Drafts {
    private Drafts() {}

    /**
     * Whether {@code draft} says yes or {@code published} says no; a {@code draft} that says neither is reported. A
     * {@code published} without a value says no where no {@code draft} says otherwise: to Hugo and to Jekyll it does.
     */
    public static boolean of(Fields fields) {
        Optional<Value.Entry> draft = fields.get("draft");
        Optional<Boolean> said = draft.flatMap(entry -> Truth.of(entry.value()));
        if (draft.isPresent() && said.isEmpty()) {
            Value.Entry entry = draft.get();
            fields.findings().error(entry.key(), entry.value(), "is neither true nor false", "write true or false");
        }
        return said.orElseGet(() -> isLeftEmpty(fields)) || isUnpublished(fields);
    }

    private static boolean isUnpublished(Fields fields) {
        return fields.get("published")
                .flatMap(entry -> flag(entry.value()))
                .map(published -> !published)
                .orElse(false);
    }

    private static boolean isLeftEmpty(Fields fields) {
        Optional<Value.Entry> empty = fields.get("published")
                .filter(entry -> entry.value() instanceof Value.Scalar scalar && scalar.value() == null);
        empty.ifPresent(entry -> fields.findings()
                .warning(entry, "the key has no value, which makes the document a draft", "write true or a date"));
        return empty.isPresent();
    }

    /** The yes or no of a {@code published} that is no date. */
    static Optional<Boolean> flag(Value value) {
        boolean isNone = value instanceof Value.Scalar scalar && scalar.isBlank();
        return isNone ? Optional.empty() : Truth.of(value);
    }
}
