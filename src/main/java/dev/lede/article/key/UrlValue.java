package dev.lede.article.key;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Urls as they are compared: decoded, NFC, without query, fragment and the slash at their end. */
public final class UrlValue {

    /** Longer ones, in bytes, are not looked up: no index takes them. */
    private static final int LONGEST = 2_000;

    private UrlValue() {}

    /** The form in which this root-relative url is stored and looked for; empty when it is too long to be either. */
    public static String of(String url) {
        var path = before(before(url, '#'), '?');
        var decoded = Normalizer.normalize(decode(path), Normalizer.Form.NFC);
        var end = decoded.length();
        while (end > 1 && decoded.charAt(end - 1) == '/') {
            end--;
        }
        var value = decoded.substring(0, end);
        return value.getBytes(StandardCharsets.UTF_8).length > LONGEST ? "" : value;
    }

    private static String before(String text, char mark) {
        var at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    // RFC 3986 §2.1; what is no percent-encoding stands for itself, as authors write it.
    private static String decode(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        var bytes = path.getBytes(StandardCharsets.UTF_8);
        var decoded = new byte[bytes.length];
        var length = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
                decoded[length++] = (byte) (hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]));
                i += 2;
            } else {
                decoded[length++] = bytes[i];
            }
        }
        // PostgreSQL's text holds no NUL.
        return new String(decoded, 0, length, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private static int hex(byte digit) {
        return digit < 0 ? -1 : Character.digit(digit, 16);
    }
}
