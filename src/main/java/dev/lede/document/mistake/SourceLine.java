package dev.lede.document.mistake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of front matter.
 *
 * @param key empty without one
 * @param value what follows the key and its sign, without blanks at the edges; all of the line without a key
 * @param valueColumn counted from 1
 */
record SourceLine(int number, String text, String key, String value, int valueColumn) {

    private static final int LONGEST = 2_000;

    static final Pattern COLON = Pattern.compile(
            "[ \\t]*+(?:- ++)*+(\"[^\"]*+\"|'[^']*+'|[^\\s:#\"'\\[{&*!|>%@`,-][^:]*+):(?:\\s++(.*+))?+");
    static final Pattern EQUALS = Pattern.compile("[ \\t]*+(\"[^\"]*+\"|'[^']*+'|[^=#\"']++)=[ \\t]*+(.*+)");

    static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

    /** The line of a content, with the key before the sign that the pattern has. Empty past the end. */
    static SourceLine of(String content, int number, Pattern sign) {
        String text = text(content, number);
        Matcher pair = sign.matcher(text);
        if (!pair.matches()) {
            return new SourceLine(
                    number,
                    text,
                    "",
                    text.strip(),
                    1 + text.length() - text.stripLeading().length());
        }
        int start = pair.start(2) < 0 ? text.length() : pair.start(2);
        String value = pair.group(2) == null ? "" : pair.group(2).strip();
        return new SourceLine(number, text, unquoted(pair.group(1).strip()), value, 1 + start);
    }

    private static String text(String content, int number) {
        Matcher end = LINE_END.matcher(content);
        int start = 0;
        for (int line = 1; line < number; line++) {
            if (!end.find()) {
                return "";
            }
            start = end.end();
        }
        int stop = end.find() ? end.start() : content.length();
        return content.substring(start, Math.min(stop, start + LONGEST));
    }

    private static String unquoted(String key) {
        boolean quoted = key.length() > 1 && (key.charAt(0) == '"' || key.charAt(0) == '\'');
        return quoted ? key.substring(1, key.length() - 1) : key;
    }

    boolean hasKey() {
        return !key.isEmpty();
    }

    boolean begins(String signs) {
        return !value.isEmpty() && signs.indexOf(value.charAt(0)) >= 0;
    }

    boolean isConflict() {
        return text.startsWith("<<<<<<<") || text.startsWith("=======") || text.startsWith(">>>>>>>");
    }

    /** The key with its value in quotation marks. */
    String quoted(String sign) {
        String inner = value;
        String quote = inner.indexOf('"') < 0 && inner.indexOf('\\') < 0 ? "\"" : "'";
        return key + sign + quote + (quote.equals("'") ? inner.replace("'", "''") : inner) + quote;
    }
}
