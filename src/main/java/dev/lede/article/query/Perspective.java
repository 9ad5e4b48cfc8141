package dev.lede.article.query;

import dev.lede.database.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a read sees, and the one condition that says so in every statement.
 *
 * @param moment of {@link Scope#AS_OF} alone
 */
public record Perspective(Scope scope, @Nullable OffsetDateTime moment) {

    /** How far a read sees. */
    public enum Scope {
        /** What is visible to everybody. */
        PUBLISHED,
        /** Drafts, scheduled and expired ones too. */
        ALL,
        /** What was, or will be, visible at a moment. */
        AS_OF
    }

    /** What everybody sees. */
    public static final Perspective PUBLISHED = new Perspective(Scope.PUBLISHED, null);
    /** What those see who may preview and ask for it. */
    public static final Perspective ALL = new Perspective(Scope.ALL, null);

    /** By the publish and expiry dates as they stand now; a draft is visible at no moment. */
    public static Perspective asOf(Instant moment) {
        // PostgreSQL keeps microseconds.
        return new Perspective(
                Scope.AS_OF, moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    /** Whether it sees what everybody sees, so that what is kept for all may be used. */
    public boolean isPublic() {
        return scope == Scope.PUBLISHED;
    }

    /** The condition on an article under this name of the statement. */
    public Sql condition(String article) {
        return switch (scope) {
            case PUBLISHED -> Sql.of(article + ".visible");
            case ALL -> Sql.of("true");
            case AS_OF -> asOf(article);
        };
    }

    private Sql asOf(String article) {
        if (moment == null) {
            throw new IllegalStateException("As of which moment?");
        }
        return Sql.of(
                "(" + article + ".status <> 'draft' and " + article + ".publish_date <= ? and " + article
                        + ".expiry_date > ?)",
                moment,
                moment);
    }
}
