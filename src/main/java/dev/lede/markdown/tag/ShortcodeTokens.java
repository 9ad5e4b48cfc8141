package dev.lede.markdown.tag;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Hugo's shortcodes. As its lexer has them (parser/pageparser): white space and line ends between arguments, strings
 * in quotation marks on one line, raw strings in backticks on many. For one source; all readings together take linear time.
 */
final class ShortcodeTokens {

    private static final int NONE = -1;
    private static final int DELIMITER = 3;

    private final String source;

    /** Places between arguments from which no end can be reached. */
    private final BitSet hopeless = new BitSet();

    private final Set<String> missingEnds = new HashSet<>();

    ShortcodeTokens(String source) {
        this.source = source;
    }

    static boolean mayStartAt(String source, int at) {
        return source.startsWith("{{<", at) || source.startsWith("{{%", at);
    }

    /** The shortcode that begins at {@code start}, or null when it has no name or no end. */
    @Nullable
    Token at(int start) {
        String close = source.charAt(start + 2) + "}}";
        close = close.replace('<', '>');
        int at = start + DELIMITER;
        if (source.startsWith("/*", at)) {
            return shown(start, "*/" + close);
        }
        at = afterSpace(at);
        boolean isClosing = source.startsWith("/", at);
        int nameStart = isClosing ? afterSpace(at + 1) : at;
        int nameEnd = endOfName(nameStart);
        int end = nameEnd == nameStart ? NONE : closing(nameEnd, close);
        if (end == NONE) {
            return null;
        }
        return new Token(
                Token.Kind.SHORTCODE,
                start,
                end + DELIMITER,
                withoutSlash(source.substring(nameStart, nameEnd)),
                withoutSlash(source.substring(nameEnd, end)).strip(),
                isClosing);
    }

    private @Nullable Token shown(int start, String close) {
        int end = missingEnds.contains(close) ? NONE : source.indexOf(close, start + DELIMITER + 2);
        if (end < 0) {
            missingEnds.add(close);
            return null;
        }
        return new Token(Token.Kind.SHOWN_SHORTCODE, start, end + close.length(), "", "", false);
    }

    private int afterSpace(int from) {
        int at = from;
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private int endOfName(int from) {
        int at = from;
        while (at < source.length() && isOfName(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOfName(char unit) {
        return Character.isLetterOrDigit(unit) || "_-./".indexOf(unit) >= 0;
    }

    /** A self-closing shortcode has a slash before its end. */
    private static String withoutSlash(String text) {
        String stripped = text.stripTrailing();
        return stripped.endsWith("/") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    /** Where the closing delimiter begins. */
    private int closing(int from, String close) {
        List<Integer> passed = new ArrayList<>();
        int at = from;
        while (at != NONE && at < source.length() && !mayStartAt(source, at) && !hopeless.get(at)) {
            char unit = source.charAt(at);
            if (unit == close.charAt(0) && source.startsWith(close, at)) {
                return at;
            }
            if (unit == '"' || unit == '`') {
                passed.add(at);
                at = unit == '"' ? afterString(at) : afterRawString(at);
            } else {
                at += unit == '\\' ? 2 : 1;
            }
        }
        passed.forEach(hopeless::set);
        return NONE;
    }

    private int afterString(int quote) {
        for (int at = quote + 1; at < source.length() && source.charAt(at) != '\n'; at++) {
            if (source.charAt(at) == '"') {
                return at + 1;
            }
            at += source.charAt(at) == '\\' ? 1 : 0;
        }
        return NONE;
    }

    private int afterRawString(int backtick) {
        int end = source.indexOf('`', backtick + 1);
        return end < 0 ? NONE : end + 1;
    }
}
