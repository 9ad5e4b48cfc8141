package dev.lede.article.writing;

import java.time.OffsetDateTime;
import java.util.Locale;

/** What an article is at a moment. Only the published are visible. */
public enum Status {
    PUBLISHED,
    DRAFT,
    SCHEDULED,
    EXPIRED;

    /** As it is stored and answered. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /**
     * A status and when the clock ends it.
     *
     * @param turnsAt {@link OffsetDateTime#MAX} when it never does
     */
    record Turn(Status status, OffsetDateTime turnsAt) {}

    /**
     * What an article is now: visible when it is no draft, its publication is not after now, and its expiry is.
     *
     * @param publish {@link OffsetDateTime#MIN} when it has none
     * @param expiry {@link OffsetDateTime#MAX} when it has none
     */
    static Turn at(OffsetDateTime now, boolean draft, OffsetDateTime publish, OffsetDateTime expiry) {
        if (draft) {
            return new Turn(DRAFT, OffsetDateTime.MAX);
        }
        if (!expiry.isAfter(now)) {
            return new Turn(EXPIRED, OffsetDateTime.MAX);
        }
        return publish.isAfter(now)
                ? new Turn(SCHEDULED, publish.isBefore(expiry) ? publish : expiry)
                : new Turn(PUBLISHED, expiry);
    }
}
