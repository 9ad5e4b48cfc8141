package dev.lede.document.value;

import dev.lede.document.mistake.DateHint;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A date as text, in the forms that Hugo reads ({@code spf13/cast}, {@code timeFormats}).
 *
 * @param time what stands there; midnight for a date alone
 * @param offset null when none is written
 */
record DateText(LocalDateTime time, @Nullable ZoneOffset offset) {
    private static final int LONGEST = 60;
    private static final String MINUTES = "(?<h>\\d{1,2}):(?<min>\\d{2})";
    private static final String SECONDS = MINUTES + ":(?<s>\\d{2})(?:[.,](?<f>\\d+))?";
    private static final String OFFSET = "(?<o>Z|[+-]\\d{2}:?\\d{2})";
    private static final String ZONE = "(?<z>[A-Z]{1,5})";
    private static final String YEAR_FIRST = "(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})";
    private static final String DAY = "(?:mon|tue|wed|thu|fri|sat|sun)";
    private static final String LONG_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
    private static final String MONTH = "(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    // Lede: these names are offset zero everywhere; CST is three zones.
    private static final Set<String> ZERO = Set.of("GMT", "UTC", "UT", "Z");

    // As Go has them: an hour may have one digit, nothing else may.
    private static final List<Pattern> FORMS = List.of(
            // RFC 3339, the offset with or without colon or left out.
            form(YEAR_FIRST + "T%s%s?", SECONDS, OFFSET),
            form(YEAR_FIRST + "(?: %s(?: ?%s)?(?: %s)?)?", SECONDS, OFFSET, ZONE),
            // RFC 1123.
            form("%s, (?<d>\\d{2}) %s (?<y>\\d{4}) %s (?:%s|%s)", DAY, MONTH, SECONDS, OFFSET, ZONE),
            // RFC 822 as Go has it: two digits of year, no seconds.
            form("(?<d>\\d{2}) %s (?<y>\\d{2}) %s (?:%s|%s)", MONTH, MINUTES, OFFSET, ZONE),
            // RFC 850.
            form("%s, (?<d>\\d{2})-%s-(?<y>\\d{2}) %s %s", LONG_DAY, MONTH, SECONDS, ZONE),
            // ANSI C, Unix, Ruby.
            form("%s %s {1,2}(?<d>\\d{1,2}) %s(?: (?:%s|%s))? (?<y>\\d{4})", DAY, MONTH, SECONDS, OFFSET, ZONE),
            form("(?<d>\\d{2}) %s (?<y>\\d{4})", MONTH));

    // Jekyll asks Ruby's Time.parse, which wants neither zeros nor seconds.
    private static final Pattern JEKYLL = form(
            "(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})(?:[T ]+%s(?::(?<s>\\d{2})(?:[.,](?<f>\\d+))?)?(?: *%s)?(?: %s)?)?",
            MINUTES, OFFSET, ZONE);
    private static final List<Pattern> FORMS_AND_JEKYLL =
            Stream.concat(FORMS.stream(), Stream.of(JEKYLL)).toList();

    /** Why a text is no date, to follow the text in a sentence. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String what;
        private final @Nullable String hint;

        Unreadable(String what, @Nullable String hint) {
            super(what);
            this.what = what;
            this.hint = hint;
        }

        String what() {
            return what;
        }

        @Nullable
        String hint() {
            return hint;
        }
    }

    private static Pattern form(String form, Object... parts) {
        return Pattern.compile(String.format(Locale.ROOT, form, parts), Pattern.CASE_INSENSITIVE);
    }

    static DateText parse(String written, boolean jekyll) throws Unreadable {
        String text = written.strip();
        if (text.length() <= LONGEST) {
            for (Pattern form : jekyll ? FORMS_AND_JEKYLL : FORMS) {
                Matcher matcher = form.matcher(text);
                if (matcher.matches()) {
                    return of(matcher);
                }
            }
        }
        throw new Unreadable("is no date that can be read", DateHint.nearest(text));
    }

    private static DateText of(Matcher matcher) throws Unreadable {
        LocalDate date = date(matcher);
        try {
            LocalTime time = LocalTime.of(number(matcher, "h"), number(matcher, "min"), number(matcher, "s"))
                    .withNano(nanos(group(matcher, "f")));
            return new DateText(LocalDateTime.of(date, time), offset(matcher, date));
        } catch (DateTimeException e) {
            throw new Unreadable("has no time of day", "hours 00 to 23, minutes and seconds 00 to 59");
        }
    }

    private static LocalDate date(Matcher matcher) throws Unreadable {
        int year = year(matcher.group("y"));
        int month = month(matcher.group("m"));
        int day = number(matcher, "d");
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new Unreadable("is no calendar date", DateHint.nearest(year, month, day));
        }
    }

    // Go, time.Parse: 69 to 99 are of the last century, 00 to 68 of this one.
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year >= 69 ? 1900 + year : 2000 + year;
    }

    private static int month(String text) {
        int name = MONTHS.indexOf(text.toLowerCase(Locale.ROOT));
        return name >= 0 && !Character.isDigit(text.charAt(0)) ? name / 3 + 1 : Integer.parseInt(text);
    }

    private static @Nullable ZoneOffset offset(Matcher matcher, LocalDate date) throws Unreadable {
        String offset = group(matcher, "o");
        String zone = group(matcher, "z");
        if (offset != null) {
            try {
                return ZoneOffset.of(offset.toUpperCase(Locale.ROOT));
            } catch (DateTimeException e) {
                throw new Unreadable("has no offset between -18:00 and +18:00", null);
            }
        }
        if (zone == null) {
            return null;
        }
        if (ZERO.contains(zone.toUpperCase(Locale.ROOT))) {
            return ZoneOffset.UTC;
        }
        throw new Unreadable(
                "names the zone " + zone + ", which can be several", "write the offset: " + date + "T12:00:00+08:00");
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static int number(Matcher matcher, String name) {
        String digits = group(matcher, name);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    // A form need not have every part, and asking for a group it lacks is an error.
    private static @Nullable String group(Matcher matcher, String name) {
        return matcher.pattern().pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
    }
}
