package dev.lede.document.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** URL-safe text as Hugo makes it ({@code helpers/path.go}), NFC first. Thread-safe, linear in the text. */
public final class UrlPath {
    private static final String HEX = "0123456789ABCDEF";
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern EMPTY_SEGMENTS = Pattern.compile("/(?:\\.?/)++");

    /** RFC 3986, Appendix A: {@code pchar} and slashes; brackets besides, as in Go's {@code net/url}. */
    private static final Pattern WELL_FORMED =
            Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/\\[\\]-]|%[0-9A-Fa-f]{2})*+");

    private UrlPath() {}

    /** The slug of a name or of what an author wrote as one: a whole segment of a url. May be empty. */
    public static String slug(String text) {
        return folder(withoutSeparators(decoded(text)));
    }

    /**
     * One path part, for what is no article: letters, digits and marks of every script and {@code . _ + ~ - @} stay, runs of
     * white space become one hyphen, {@code / \ #} become hyphens, the rest goes; lower case. May be empty.
     */
    public static String of(String text) {
        return safe(withoutSeparators(text)).toString();
    }

    /**
     * A term, as Hugo's {@code urlize} has it: {@code / \ #} stay too. Segments that no URL keeps, empty ones and dots,
     * go, as they do in Hugo's links. May be empty.
     */
    public static String term(String text) {
        return Stream.of(safe(text).toString().split("/"))
                .filter(UrlPath::isSegment)
                .collect(Collectors.joining("/"));
    }

    /** Whether a URL can have this for a segment: "." and ".." would climb out of their folder. */
    static boolean isSegment(String text) {
        return !text.isEmpty() && !text.equals(".") && !text.equals("..");
    }

    private static String withoutSeparators(String text) {
        return text.replace('/', '-').replace('\\', '-').replace('#', '-');
    }

    /** A segment of a url, whose {@code #} stays. Hugo makes whole paths safe, so that the slashes around it count. */
    static String folder(String text) {
        StringBuilder safe = safe("/" + text + "/");
        return safe.substring(1, safe.length() - 1);
    }

    private static StringBuilder safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        boolean gap = false;
        boolean afterHyphen = false;
        for (int c :
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
            if (stays(c)) {
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
            if (isPlain(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            }
        }
        return encoded.toString();
    }

    /**
     * The same for a path as an author writes it, which may hold percent-encoded bytes already. As in Go, one that is
     * all in the alphabet of urls stays as it is.
     */
    static String encodeWritten(String written) {
        String path = EMPTY_SEGMENTS.matcher(written).replaceAll("/");
        if (WELL_FORMED.matcher(path).matches()) {
            return path;
        }
        StringBuilder encoded = new StringBuilder(path.length());
        int done = 0;
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 < path.length() && isHex(path.charAt(at + 1)) && isHex(path.charAt(at + 2))) {
                encoded.append(encode(path.substring(done, at))).append(path, at, at + 3);
                done = at + 3;
            }
        }
        return encoded.append(encode(path.substring(done))).toString();
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
