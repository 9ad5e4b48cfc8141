package dev.lede.document.frontmatter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The front matter inside the text of a file, not yet read.
 *
 * @param content what stands between the fences, or the JSON object with its braces
 * @param start where {@code content} begins in the text
 * @param end where the body begins in the text
 */
record Block(Format format, String content, int start, int end) {

    enum Format {
        YAML("---"),
        TOML("+++"),
        JSON("{");

        final String opening;

        Format(String opening) {
            this.opening = opening;
        }
    }

    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

    /** Finds the block, or nothing when all of the text is body; reports a block that is never closed. */
    static @Nullable Block find(String text, Findings findings) {
        int open = skipWhite(text);
        if (text.startsWith(Format.TOML.opening, open)) {
            return fenced(Format.TOML, text, open, findings);
        }
        // Lede: "----" is a thematic break, not a fence.
        if (text.startsWith(Format.YAML.opening, open) && !text.startsWith("----", open)) {
            return fenced(Format.YAML, text, open, findings);
        }
        if (opensJson(text, open)) {
            return braced(text, open, findings);
        }
        return null;
    }

    /** Where a text begins that is all body: after its byte order marks. */
    static int afterMarks(String text) {
        int at = 0;
        while (text.startsWith("\uFEFF", at)) {
            at++;
        }
        return at;
    }

    private static int skipWhite(String text) {
        int at = 0;
        while (at < text.length() && "\uFEFF \t\n\r\f\u000B".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static @Nullable Block fenced(Format format, String text, int open, Findings findings) {
        int start = open + 3;
        Matcher lineEnd = LINE_END.matcher(text);
        int search = start;
        while (lineEnd.find(search)) {
            int line = lineEnd.end();
            if (text.startsWith(format.opening, line)) {
                return new Block(format, text.substring(start, line), start, afterBlanks(text, line + 3));
            }
            // Jekyll, lib/jekyll/document.rb: YAML_FRONT_MATTER_REGEXP also closes with "...".
            if (format == Format.YAML && isDots(text, line)) {
                return new Block(format, text.substring(start, line), start, afterBlanks(text, line + 3));
            }
            search = line;
        }
        findings.error(
                Position.in(text, open),
                "the front matter that " + format.opening + " opens is never closed",
                closing(format, text, start));
        return null;
    }

    private static String closing(Format format, String text, int start) {
        Matcher indented =
                Pattern.compile("[\r\n][ \t]++" + Pattern.quote(format.opening)).matcher(text);
        if (indented.find(start)) {
            int line = Position.in(text, indented.end()).line();
            return "take away the blanks before " + format.opening + " in line " + line;
        }
        return "end it with a line that begins with " + format.opening;
    }

    private static boolean isDots(String text, int line) {
        return text.startsWith("...", line)
                && (text.length() == line + 3 || " \t\r\n".indexOf(text.charAt(line + 3)) >= 0);
    }

    // What follows the closing fence on its line is body; blanks and the line end are not.
    private static int afterBlanks(String text, int at) {
        int end = at;
        while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        int next = afterLineEnd(text, end);
        return next > end || end == text.length() ? next : at;
    }

    private static int afterLineEnd(String text, int at) {
        if (text.startsWith("\r\n", at)) {
            return at + 2;
        }
        return at < text.length() && "\r\n".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    // "{{<" and "{%" begin a body; so does prose in braces.
    private static boolean opensJson(String text, int open) {
        return text.startsWith(Format.JSON.opening, open)
                && open + 1 < text.length()
                && " \t\r\n\"}".indexOf(text.charAt(open + 1)) >= 0;
    }

    private static @Nullable Block braced(String text, int open, Findings findings) {
        int depth = 0;
        boolean quoted = false;
        for (int at = open; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return new Block(Format.JSON, text.substring(open, at + 1), open, afterBlanks(text, at + 1));
            }
        }
        findings.error(
                Position.in(text, open),
                "the front matter that { opens is never closed",
                quoted ? "a quotation mark in it is never closed" : "close it with }");
        return null;
    }
}
