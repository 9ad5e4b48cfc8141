package dev.lede.document.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** URL-safe text as Hugo makes it ({@code helpers/path.go}), NFC first. Thread-safe, linear in the text. */
public final class UrlPath {
    private static final String HEX = "0123456789ABCDEF";
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern OTHER_ESCAPE = Pattern.compile("%(?!20)[0-7][0-9A-Fa-f]");
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern EMPTY_SEGMENTS = Pattern.compile("/(?:\\.?/)++");

    /** RFC 3986, Appendix A: {@code pchar} and slashes; brackets besides, as in Go's {@code net/url}. */
    private static final Pattern WELL_FORMED =
            Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/\\[\\]-]|%[0-9A-Fa-f]{2})*+");

    private UrlPath() {}

    /** The slug of a name or of what an author wrote as one: a whole segment of a url. May be empty. */
    public static String slug(String text) {
        StringBuilder safe = safe("/" + withoutSeparators(decoded(text)) + "/", false);
        return safe.substring(1, safe.length() - 1);
    }

    /**
     * One path part, for what is no article: letters, digits and marks of every script and {@code . _ + ~ - @} stay, runs of
     * white space become one hyphen, {@code / \ #} become hyphens, the rest goes; lower case. May be empty.
     */
    public static String of(String text) {
        return safe(withoutSeparators(text), false).toString();
    }

    /**
     * A term, as Hugo's {@code urlize} has it: {@code / \ #} stay too. Segments that no URL keeps, empty ones and dots,
     * go, as they do in Hugo's links. May be empty.
     */
    public static String term(String text) {
        return Stream.of(safe(text, false).toString().split("/"))
                .filter(UrlPath::isSegment)
                .collect(Collectors.joining("/"));
    }

    /** Whether a URL can have this for a segment: "." and ".." would climb out of their folder. */
    static boolean isSegment(String text) {
        return !text.isEmpty() && !text.equals(".") && !text.equals("..");
    }

    /** Whether a path as an author writes it, percent-encoded or not, has ".." for a segment. */
    public static boolean climbs(String written) {
        return List.of(decoded(written).split("[/\\\\]", -1)).contains("..");
    }

    private static String withoutSeparators(String text) {
        return text.replace('/', '-').replace('\\', '-').replace('#', '-');
    }

    /** A segment of a url, whose {@code #} stays. Hugo makes whole paths safe, so that the slashes around it count. */
    static String folder(String text) {
        StringBuilder safe = safe("/" + text + "/", true);
        return safe.substring(1, safe.length() - 1);
    }

    /** A slug as its url has it: as in Hugo, bytes that are percent-encoded already stay so. */
    static String slugInUrl(String text) {
        return OTHER_ESCAPE.matcher(text).find() ? slug(text) : folder(withoutSeparators(text));
    }

    private static StringBuilder safe(String text, boolean keepsEscapes) {
        StringBuilder safe = new StringBuilder(text.length());
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        boolean gap = false;
        boolean afterHyphen = false;
        int c;
        for (int at = 0; at < composed.length(); at += Character.charCount(c)) {
            c = composed.codePointAt(at);
            if (stays(c) || (keepsEscapes && isEscape(composed, at))) {
                afterHyphen = c == '-';
                if (gap && !afterHyphen) {
                    safe.append('-');
                }
                gap = false;
                safe.appendCodePoint(Character.toLowerCase(c));
            } else if (safe.length() > 0 && !afterHyphen && isWhite(c)) {
                gap = true;
            }
        }
        return safe;
    }

    // Blanks and what is no ASCII: "/" or "." in disguise would move the document elsewhere.
    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && isHex(text.charAt(at + 2))
                && (text.startsWith("20", at + 1)
                        || (isHex(text.charAt(at + 1)) && Character.digit(text.charAt(at + 1), 16) >= 8));
    }

    // Exporters write names as they stood in urls: %e4%b8%ad.
    private static String decoded(String text) {
        if (!ENCODED.matcher(text).find()) {
            return text;
        }
        try {
            return URLDecoder.decode(
                    LONE_PERCENT.matcher(text).replaceAll("%25").replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static boolean stays(int c) {
        return "./\\_#+~-@".indexOf(c) >= 0 || Character.isLetter(c) || Character.isDigit(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isWhite(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /** Percent-encodes what a path cannot hold, as Go's {@code URL.EscapedPath} does; slashes stay. */
    public static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (byte b : path.getBytes(UTF_8)) {
            append(encoded, b);
        }
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, byte b) {
        if (isPlain(b)) {
            encoded.append((char) b);
        } else {
            encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
        }
    }

    /**
     * The same for a path as an author writes it, which may hold percent-encoded bytes already. As in Go, one that is
     * all in the alphabet of urls stays as it is, and any other is decoded and encoded anew.
     */
    static String encodeWritten(String written) {
        String path = EMPTY_SEGMENTS.matcher(written).replaceAll("/");
        if (WELL_FORMED.matcher(path).matches()) {
            return path;
        }
        StringBuilder encoded = new StringBuilder(path.length());
        byte[] bytes = path.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at++) {
            boolean escape = bytes[at] == '%' && at + 2 < bytes.length && isHex((char) bytes[at + 1]);
            if (escape && isHex((char) bytes[at + 2])) {
                append(encoded, (byte) (digit(bytes[at + 1]) << 4 | digit(bytes[at + 2])));
                at += 2;
            } else {
                append(encoded, bytes[at]);
            }
        }
        return encoded.toString();
    }

    private static int digit(byte hex) {
        return Character.digit((char) hex, 16);
    }

    /** How many bytes a percent-encoded path has where it is looked up: decoded. */
    public static int decodedLength(String path) {
        int length = path.getBytes(UTF_8).length;
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 < path.length() && isHex(path.charAt(at + 1)) && isHex(path.charAt(at + 2))) {
                length -= 2;
                at += 2;
            }
        }
        return length;
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || "-_.~$&+,/:;=@".indexOf(b) >= 0;
    }
}
