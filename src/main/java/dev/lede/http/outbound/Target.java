package dev.lede.http.outbound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;

/** What a request asks for: path and query. */
final class Target {

    /** WHATWG URL §1.3: what is encoded in a path, besides controls and all beyond ASCII. */
    private static final String IN_PATH = " \"<>`{}^";

    /** The same for a query of an http address. */
    private static final String IN_QUERY = " \"<>'";

    private Target() {}

    /**
     * Makes it fit for a request line: percent-encoded as UTF-8, {@code .} and {@code ..} resolved. What is
     * percent-encoded already stays so.
     *
     * @param written a path, perhaps empty, and perhaps a query with its question mark
     */
    static String of(String written) {
        var query = written.indexOf('?');
        var path = query < 0 ? written : written.substring(0, query);
        return encoded(resolved(path), IN_PATH)
                + (query < 0 ? "" : "?" + encoded(written.substring(query + 1), IN_QUERY));
    }

    /** RFC 3986 §5.2.4; none leads above the root. */
    private static String resolved(String path) {
        var kept = new ArrayDeque<String>();
        var segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            var dots = segments[i].toLowerCase(Locale.ROOT).replace("%2e", ".");
            var last = i == segments.length - 1;
            if (dots.equals("..")) {
                kept.pollLast();
            } else if (!dots.equals(".")) {
                kept.addLast(segments[i]);
                continue;
            }
            if (last) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static String encoded(String text, String special) {
        var ascii = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0x20 && octet < 0x7f && special.indexOf(octet) < 0) {
                ascii.append((char) octet);
            } else {
                ascii.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
            }
        }
        return ascii.toString();
    }
}
