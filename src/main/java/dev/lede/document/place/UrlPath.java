package dev.lede.document.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** URL-safe text as Hugo makes it ({@code helpers/path.go}), NFC first. Thread-safe, linear in the text. */
public final class UrlPath {
    private static final String HEX = "0123456789ABCDEF";

    private UrlPath() {}

    /**
     * One path part, for the slugs of articles: letters, digits and marks of every script and {@code . _ + ~ - @} stay, runs of
     * white space become one hyphen, {@code / \ #} become hyphens, the rest goes; lower case. May be empty.
     */
    public static String of(String text) {
        return folder(text.replace('/', '-').replace('\\', '-').replace('#', '-'));
    }

    /**
     * A term, as Hugo's {@code urlize} has it: {@code / \ #} stay too. Segments that no URL keeps, empty ones and dots,
     * go, as they do in Hugo's links. May be empty.
     */
    public static String term(String text) {
        return Stream.of(folder(text).split("/")).filter(UrlPath::isSegment).collect(Collectors.joining("/"));
    }

    /** Whether a URL can have this for a segment: "." and ".." would climb out of their folder. */
    static boolean isSegment(String text) {
        return !text.isEmpty() && !text.equals(".") && !text.equals("..");
    }

    /** The same for a folder, whose {@code #} stays. */
    static String folder(String text) {
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
        return safe.toString();
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

    /** The same for text that may hold percent-encoded bytes already, which stay. */
    static String encodeWritten(String path) {
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
