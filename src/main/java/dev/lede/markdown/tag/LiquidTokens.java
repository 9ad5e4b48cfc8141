package dev.lede.markdown.tag;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Liquid's tags <code>{% x %}</code> and outputs <code>{{ x }}</code>. As in Liquid a tag ends at the first end
 * there is, quoted or not. Unlike it, one that has another beginning in it has no end, so that all readings take linear
 * time.
 *
 * <p>Two braces are Liquid's only around an expression of Liquid: a variable, its path or a string, with filters or
 * without. <code>{{ .Title }}</code> and <code>{{ range .Pages }}</code> (Go), <code>{{ color: "red" }}</code> (JSX) are
 * something else that an author shows. A single word without spaces is text too: in formulas it is a group,
 * <code>\frac{{a}}{{b}}</code>.
 */
final class LiquidTokens {

    private static final int NONE = -1;
    private static final int DELIMITER = 2;
    private static final int LONGEST_OUTPUT = 500;

    private static final Pattern EXPRESSION = Pattern.compile(
            "(?:\"[^\"]*+\"|'[^']*+'" + "|[a-zA-Z_][\\w-]*+\\??+(?:\\.[\\w-]++\\??+|\\[[^\\]]*+])*+)\\s*+(?:\\|.*+)?+",
            Pattern.DOTALL);

    private final String source;

    LiquidTokens(String source) {
        this.source = source;
    }

    /** The tag that begins with <code>{%</code> at {@code start}, or null when it has no name or no end. */
    @Nullable
    Token tagAt(int start) {
        int end = end(start, "{%", "%}");
        if (end == NONE) {
            return null;
        }
        String inner = trimmed(start, end);
        boolean isClosing = inner.startsWith("/");
        String named = isClosing ? inner.substring(1).strip() : inner;
        int nameEnd = endOfName(named);
        // "#" begins a comment of Liquid's own.
        if (nameEnd == 0 && !named.startsWith("#")) {
            return null;
        }
        String name = named.substring(0, nameEnd);
        String opened =
                name.startsWith("end") && name.length() > "end".length() ? name.substring("end".length()) : name;
        return new Token(
                Token.Kind.LIQUID,
                start,
                end + DELIMITER,
                opened,
                named.substring(nameEnd).strip(),
                isClosing || !opened.equals(name));
    }

    /** The output that begins with two braces at {@code start}, or null when it has no end or is not Liquid's. */
    @Nullable
    Token outputAt(int start) {
        int end = end(start, "{{", "}}");
        if (end == NONE || !isOutput(source.substring(start + DELIMITER, end), trimmed(start, end))) {
            return null;
        }
        return new Token(Token.Kind.OUTPUT, start, end + DELIMITER, "", "", false);
    }

    private static boolean isOutput(String inner, String expression) {
        boolean isSpaced = !inner.equals(expression);
        boolean isMoreThanAWord = expression.chars().anyMatch(unit -> ".|[\"'".indexOf(unit) >= 0);
        return (isSpaced || isMoreThanAWord)
                && expression.length() <= LONGEST_OUTPUT
                && EXPRESSION.matcher(expression).matches();
    }

    private int end(int start, String open, String close) {
        for (int at = start + DELIMITER; at < source.length(); at++) {
            if (source.startsWith(close, at)) {
                return at;
            }
            if (source.startsWith(open, at)) {
                return NONE;
            }
        }
        return NONE;
    }

    /** What stands between the delimiters, without the hyphens that take white space off. */
    private String trimmed(int start, int end) {
        String inner = source.substring(start + DELIMITER, end);
        int from = inner.startsWith("-") ? 1 : 0;
        int to = inner.length() - (inner.length() > 1 && inner.endsWith("-") ? 1 : 0);
        return inner.substring(from, to).strip();
    }

    private static int endOfName(String text) {
        int at = 0;
        while (at < text.length()
                && (Character.isLetter(text.charAt(at))
                        || text.charAt(at) == '_'
                        || (at > 0 && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))))) {
            at++;
        }
        return at;
    }
}
