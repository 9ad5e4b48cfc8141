package dev.lede.document.value;

import dev.lede.document.frontmatter.Findings;
import dev.lede.document.frontmatter.Value;
import dev.lede.document.mistake.DateHint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the value of a date key; times without a zone are of the zone given. Immutable. */
public final class DateValue {
    private static final Duration NEARLY = Duration.ofHours(14);
    private static final long LAST_SECOND = 253_402_300_799L;
    private static final long FIRST_SECOND = -62_167_219_200L;

    // Go's zero time: what generators write, and Hugo reads, as no date.
    private static final Instant NONE = Instant.parse("0001-01-01T00:00:00Z");

    private final ZoneId zone;
    private final Instant now;
    private final boolean jekyll;

    /** Reads for a document, in its zone; Jekyll's documents may leave out zeros and seconds. */
    public DateValue(ZoneId zone, Instant now, boolean jekyll) {
        this.zone = zone;
        this.now = now;
        this.jekyll = jekyll;
    }

    /** The date; nothing when it is blank, or unreadable, which is reported. */
    public Optional<OffsetDateTime> read(String key, Value value, Findings findings) {
        if (!(value instanceof Value.Scalar scalar)) {
            findings.error(key, value, "is no date that can be read", DateHint.FORM);
            return Optional.empty();
        }
        if (scalar.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(date(key, scalar, findings));
        } catch (DateText.Unreadable e) {
            findings.error(key, value, e.what(), e.hint());
            return Optional.empty();
        }
    }

    private OffsetDateTime date(String key, Value.Scalar scalar, Findings findings) throws DateText.Unreadable {
        if (scalar.value() instanceof OffsetDateTime date) {
            return date;
        }
        if (scalar.value() instanceof LocalDate date) {
            return zoned(key, scalar, date.atStartOfDay(), findings);
        }
        if (scalar.value() instanceof LocalDateTime time) {
            return zoned(key, scalar, time, findings);
        }
        if (scalar.value() instanceof Long seconds) {
            return unix(seconds);
        }
        if (!(scalar.value() instanceof String)) {
            throw new DateText.Unreadable("is no date that can be read", DateHint.FORM);
        }
        DateText text = DateText.parse(scalar.written(), jekyll);
        ZoneOffset offset = text.offset();
        return offset == null
                ? zoned(key, scalar, text.time(), findings)
                : text.time().atOffset(offset);
    }

    private OffsetDateTime zoned(String key, Value.Scalar scalar, LocalDateTime time, Findings findings) {
        OffsetDateTime date = at(time);
        if (date.toInstant().isAfter(now) && date.toInstant().isBefore(now.plus(NEARLY))) {
            findings.warning(
                    key,
                    scalar,
                    "has no zone, was read in " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId())
                            + " and lies ahead",
                    "write the offset, or set lede.time-zone");
        }
        return date;
    }

    /** Whether a date says that there is none. */
    public static boolean isNone(OffsetDateTime date) {
        return date.toInstant().equals(NONE);
    }

    /** A time without a zone, in the zone of the site or language. */
    public OffsetDateTime at(LocalDateTime time) {
        return time.atZone(zone).toOffsetDateTime();
    }

    // Lede: 2024 is not half an hour after midnight of 1 January 1970.
    private static OffsetDateTime unix(long seconds) throws DateText.Unreadable {
        String hint = misread(seconds);
        if (hint != null) {
            throw new DateText.Unreadable("is an integer, which would be Unix seconds", hint);
        }
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            throw new DateText.Unreadable("is beyond the year 9999 as Unix seconds", "seconds, not milliseconds");
        }
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String misread(long number) {
        if (number >= 1_000 && number <= 9_999) {
            return "did you mean " + number + "-01-01?";
        }
        int month = (int) (number / 100 % 100);
        int day = (int) (number % 100);
        if (number >= 1000_01_01 && number <= 9999_12_31 && month >= 1 && month <= 12 && day >= 1 && day <= 31) {
            return DateHint.nearest(Long.toString(number));
        }
        return null;
    }
}
