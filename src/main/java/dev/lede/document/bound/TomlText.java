package dev.lede.document.bound;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TOML without long runs of blank lines and comments, for which the parser's time grows with the square of their number:
 * two thousand empty lines take it ten seconds.
 */
public final class TomlText {

    /** Lines of such a run that stay. */
    private static final int LONGEST_RUN = 3;

    private static final Pattern LINE = Pattern.compile("([^\r\n]*+)(\r\n|\n|\r|\\z)");
    private static final Pattern LINE_NUMBER = Pattern.compile("(?<=\\bline )\\d{1,9}+");

    private final StringBuilder text = new StringBuilder();
    private int[] numbers = new int[64];
    private int lines;

    /** The quotation marks of the string of several lines that is open; empty for none. */
    private String open = "";

    private TomlText(String content) {
        Matcher line = LINE.matcher(content);
        int run = 0;
        for (int number = 1; line.find(); number++) {
            String written = line.group(1);
            run = open.isEmpty() && isNothing(written) ? run + 1 : 0;
            if (run <= LONGEST_RUN) {
                // TOML knows no line end that is a carriage return alone; authors' editors do.
                add(written, line.group(2).equals("\r") ? "\n" : line.group(2), number);
            }
        }
    }

    /** Shortens a content. Linear in it. */
    public static TomlText of(String content) {
        return new TomlText(content);
    }

    /** What is to be parsed. */
    public String text() {
        return text.toString();
    }

    /** The line of the content that a line of the text was, both counted from 1. */
    public int line(int line) {
        return line <= lines ? numbers[line - 1] : numbers[lines - 1] + line - lines;
    }

    /** A message of the parser with the lines of the content. */
    public String message(String message) {
        return LINE_NUMBER
                .matcher(message)
                .replaceAll(number -> Integer.toString(line(Integer.parseInt(number.group()))));
    }

    private static boolean isNothing(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() || stripped.charAt(0) == '#';
    }

    private void add(String written, String end, int number) {
        if (lines == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * lines);
        }
        numbers[lines++] = number;
        text.append(written).append(end);
        follow(written);
    }

    /** Notes whether a string goes on after the line. */
    private void follow(String line) {
        int at = 0;
        while (at < line.length()) {
            if (!open.isEmpty()) {
                at = afterClosing(line, at);
            } else if (line.charAt(at) == '#') {
                return;
            } else if (line.startsWith("\"\"\"", at) || line.startsWith("'''", at)) {
                open = line.substring(at, at + 3);
                at += 3;
            } else {
                at = afterString(line, at);
            }
        }
    }

    private int afterClosing(String line, int from) {
        for (int at = from; at < line.length(); at++) {
            if (line.startsWith(open, at)) {
                char quote = open.charAt(0);
                open = "";
                int end = at + 3;
                while (end < line.length() && end < at + 5 && line.charAt(end) == quote) {
                    end++;
                }
                return end;
            }
            at += line.charAt(at) == '\\' && open.charAt(0) == '"' ? 1 : 0;
        }
        return line.length();
    }

    /** After the string of one line that begins here, else after the character. */
    private static int afterString(String line, int start) {
        char quote = line.charAt(start);
        if (quote != '"' && quote != '\'') {
            return start + 1;
        }
        int at = start + 1;
        while (at < line.length() && line.charAt(at) != quote) {
            at += line.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        }
        return at + 1;
    }
}
