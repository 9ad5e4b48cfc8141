package dev.lede.ingest.derive;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/**
 * Targets as a browser would resolve them on an article's page (RFC 3986 §5.2), for targets as authors write them,
 * which need not be well-formed.
 */
final class RelativeUrl {

    // RFC 3986 §3.1: a scheme begins with a letter.
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private RelativeUrl() {}

    /** Whether it has neither scheme nor host. */
    static boolean isRelative(String target) {
        return !target.startsWith("//") && !ABSOLUTE.matcher(target).matches();
    }

    /** @param base a root-relative address, such as {@code /posts/chip/} */
    static String resolve(String base, String target) {
        if (target.isEmpty() || ABSOLUTE.matcher(target).matches()) {
            return target;
        }
        if (target.startsWith("//")) {
            return "https:" + target;
        }
        if (target.startsWith("#") || target.startsWith("?")) {
            return base + target;
        }
        var end = firstOf(target, '?', '#');
        var path = target.substring(0, end);
        var merged = path.startsWith("/") ? path : base.substring(0, base.lastIndexOf('/') + 1) + path;
        return withoutDots(merged) + target.substring(end);
    }

    /** A target without query and fragment. */
    static String path(String target) {
        return target.substring(0, firstOf(target, '?', '#'));
    }

    private static int firstOf(String text, char one, char other) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == one || text.charAt(i) == other) {
                return i;
            }
        }
        return text.length();
    }

    // RFC 3986 §5.2.4
    private static String withoutDots(String path) {
        var segments = new ArrayDeque<String>();
        var parts = path.substring(1).split("/", -1);
        for (var i = 0; i < parts.length; i++) {
            var isLast = i == parts.length - 1;
            if (parts[i].equals("..")) {
                segments.pollLast();
            } else if (!parts[i].equals(".")) {
                segments.addLast(parts[i]);
                continue;
            }
            if (isLast) {
                segments.addLast("");
            }
        }
        return "/" + String.join("/", segments);
    }
}
