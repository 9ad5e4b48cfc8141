package dev.lede.http.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the moments that a parameter may name. */
final class Moments {

    // RFC 3339 §5.6: four digits of year, seconds, and an offset; "t" and "z" may be small.
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private Moments() {}

    /** @param zone whose day begins at the moment that a bare date means */
    static Optional<Instant> parse(String text, ZoneId zone) {
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            // A "+" that was not percent-encoded arrives as a space, and can only have been meant as one.
            var restored = text.replace(' ', '+');
            if (DATE_TIME.matcher(restored).matches()) {
                return Optional.of(OffsetDateTime.parse(restored).toInstant());
            }
        } catch (DateTimeException e) {
            // A form that fits with a day that does not exist: as wrong as any other.
            return Optional.empty();
        }
        return Optional.empty();
    }
}
