package dev.lede.cli.key;

import dev.lede.cli.outcome.CommandFailed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** When a key is to end, as people say it. */
final class Expiry {

    private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,5})([hdw])");

    private Expiry() {}

    /** {@code 12h}, {@code 30d} or {@code 8w} from now. */
    static Instant in(String span, Instant now) throws CommandFailed {
        var matcher = SPAN.matcher(span.strip());
        if (!matcher.matches()) {
            throw CommandFailed.usage(
                    "\"" + span + "\" is no span: write hours, days or weeks, such as 12h, 30d or 8w.");
        }
        var unit = switch (matcher.group(2)) {
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
        return now.plus(unit.multipliedBy(Long.parseLong(matcher.group(1)))).truncatedTo(ChronoUnit.SECONDS);
    }

    /** {@code 2027-01-01T00:00:00Z}. */
    static Instant at(String moment) throws CommandFailed {
        try {
            return OffsetDateTime.parse(moment.strip()).toInstant();
        } catch (DateTimeException noMoment) {
            throw CommandFailed.usage("\"" + moment + "\" is no moment: write it as 2027-01-01T00:00:00Z.");
        }
    }
}
