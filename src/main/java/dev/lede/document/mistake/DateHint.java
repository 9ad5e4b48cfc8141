package dev.lede.document.mistake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The nearest readable form of what is no date. */
public final class DateHint {
    /** The forms that everybody reads. */
    public static final String FORM = "write it as 2006-01-02 or 2006-01-02T15:04:05+08:00";

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?.{0,20})?");

    private DateHint() {}

    /** What a text may mean, or how to write a date. */
    public static String nearest(String text) {
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (!matcher.matches()) {
            return FORM;
        }
        int month = Integer.parseInt(matcher.group(2));
        int day = Integer.parseInt(matcher.group(3));
        LocalDate date = lastDay(Integer.parseInt(matcher.group(1)), month, day);
        return date == null ? FORM : "did you mean " + date + time(matcher) + "?";
    }

    /** The nearest day to one that its month does not have. */
    public static String nearest(int year, int month, int day) {
        LocalDate date = lastDay(year, month, day);
        return date == null ? FORM : "did you mean " + date + "?";
    }

    private static String time(Matcher matcher) {
        if (matcher.group(4) == null) {
            return "";
        }
        String seconds = matcher.group(6) == null ? "00" : matcher.group(6);
        return String.format(Locale.ROOT, " %02d:%s:%s", Integer.parseInt(matcher.group(4)), matcher.group(5), seconds);
    }

    /** The day, or the last one of its month; null when there is no such month. */
    private static @Nullable LocalDate lastDay(int year, int month, int day) {
        try {
            YearMonth whole = YearMonth.of(year, month);
            return whole.atDay(Math.max(1, Math.min(day, whole.lengthOfMonth())));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
