package dev.lede.feed.format;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as feeds and sitemaps write them. */
public final class FeedDates {

    private FeedDates() {}

    /** RFC 822 with a year of four digits, as RSS 2.0 has it. */
    static String rfc822(OffsetDateTime moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(plain(moment));
    }

    /** RFC 3339, which is also what sitemaps take. */
    public static String rfc3339(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(plain(moment));
    }

    // Neither knows offsets with seconds, which some zones had before there was a standard time.
    private static OffsetDateTime plain(OffsetDateTime moment) {
        var whole = moment.truncatedTo(ChronoUnit.SECONDS);
        return whole.getOffset().getTotalSeconds() % 60 == 0 ? whole : whole.withOffsetSameInstant(ZoneOffset.UTC);
    }
}
