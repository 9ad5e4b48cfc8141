package dev.lede.markdown.tag;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code between a tag and the one that closes it. */
final class EnclosedCode {

    private static final int WIDEST_MARGIN = 100;

    private static final Pattern LANGUAGE = Pattern.compile("[\\w+#.-]{1,50}+");

    private static final Pattern BLANK_EDGE = Pattern.compile("\\A(?:[ \\t]*+\\R)++");

    private EnclosedCode() {}

    /** The language that a highlighting tag names; empty when it names none. */
    static String language(Token token) {
        String language = token.argument("type");
        Matcher readable = LANGUAGE.matcher(language);
        return readable.matches() ? language : "";
    }

    /** The code without what the list item or quotation around it puts before each of its lines. */
    static String of(String source, int tagStart, int from, int to) {
        String margin = before(source, tagStart);
        var code = new StringBuilder();
        String inner = source.substring(from, to);
        inner.lines()
                .forEach(line -> code.append(line, code.isEmpty() ? 0 : margin(margin, line), line.length())
                        .append('\n'));
        String whole = BLANK_EDGE.matcher(code).replaceFirst("").stripTrailing();
        return inner.indexOf('\n') < 0 ? whole.strip() : whole + "\n";
    }

    private static String before(String source, int tagStart) {
        int lineStart = tagStart;
        while (lineStart > 0 && source.charAt(lineStart - 1) != '\n') {
            lineStart--;
            if (tagStart - lineStart > WIDEST_MARGIN) {
                return "";
            }
        }
        return source.substring(lineStart, tagStart);
    }

    /** How much of a line is margin. A list's marker is white space in the lines that follow it. */
    private static int margin(String margin, String line) {
        int at = 0;
        while (at < margin.length() && at < line.length()) {
            boolean isMargin = line.charAt(at) == ' '
                    || line.charAt(at) == '\t'
                    || (line.charAt(at) == '>' && margin.charAt(at) == '>');
            if (!isMargin) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** A block of code as HTML, as CommonMark writes it. */
    static String html(String language, String code) {
        String named = language.isEmpty() ? "" : " class=\"language-" + escaped(language) + "\"";
        return "<pre><code" + named + ">" + escaped(code) + "</code></pre>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
