package dev.lede.http.caching;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a write says must hold, RFC 9110 §13: {@code If-Match} and {@code If-None-Match}. Immutable. */
public final class Preconditions {

    private final @Nullable EntityTags match;
    private final @Nullable EntityTags noneMatch;

    private Preconditions(@Nullable EntityTags match, @Nullable EntityTags noneMatch) {
        this.match = match;
        this.noneMatch = noneMatch;
    }

    /**
     * @param ifMatch the field's value, null when it was not sent
     * @param ifNoneMatch likewise
     * @throws ProblemException when one of them cannot be read: a write must not go on as if it had not been there
     */
    public static Preconditions parse(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        return new Preconditions(tags("If-Match", ifMatch), tags("If-None-Match", ifNoneMatch));
    }

    /** Whether anything must hold at all. */
    public boolean isEmpty() {
        return match == null && noneMatch == null;
    }

    /**
     * Refuses when they do not hold.
     *
     * @param current the entity tag of what is there, without quotes, null when nothing is
     * @throws ProblemException {@code precondition-failed}
     */
    public void check(@Nullable String current) {
        if (match != null && (current == null || !match.matchesStrongly(current))) {
            throw failed(
                    current == null
                            ? "If-Match does not hold: nothing is here."
                            : "If-Match does not hold: the entity tag here is \"" + current + "\".");
        }
        if (noneMatch != null && current != null && noneMatch.matchesWeakly(current)) {
            throw failed("If-None-Match does not hold: the entity tag here is \"" + current + "\".");
        }
    }

    /** Whether a client that has what {@code If-None-Match} names has this already, RFC 9110 §13.1.2. */
    public static boolean isUnchanged(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && EntityTags.parse(ifNoneMatch)
                        .map(tags -> tags.matchesWeakly(tag))
                        .orElse(false);
    }

    static ProblemException failed(String detail) {
        return new ProblemException(ProblemType.PRECONDITION_FAILED, detail);
    }

    private static @Nullable EntityTags tags(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return EntityTags.parse(value).orElseThrow(() -> {
            var detail = field + " must be * or a list of entity tags in double quotes.";
            return new ProblemException(
                    ProblemType.INVALID_PARAMETER,
                    detail,
                    List.of(Violation.ofParameter(field, detail).withValue(value)));
        });
    }
}
