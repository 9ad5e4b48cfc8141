package dev.lede.http.caching.kept;

import dev.lede.http.manners.Manners;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a request that an answer from memory looks at, read in one pass. Belongs to one request. */
final class Head {

    private int size;
    private boolean special;
    private boolean hosted;
    private boolean lasting = true;

    private @Nullable String accept;
    private @Nullable String languages;
    private @Nullable String encodings;
    private @Nullable String known;
    private @Nullable String requestId;

    private Head() {}

    /** Null when there is something among them that takes the long way. */
    static <T extends CharSequence> @Nullable Head of(Iterator<Map.Entry<T, T>> fields) {
        var head = new Head();
        while (fields.hasNext()) {
            var field = fields.next();
            head.take(field.getKey(), field.getValue());
        }
        return head.special || !head.hosted || head.size > Manners.LARGEST_HEADERS ? null : head;
    }

    private void take(CharSequence name, CharSequence value) {
        size += name.length() + value.length();
        switch (name.length()) {
            case 4 -> hosted = hosted || is(name, "Host");
            case 5 -> special = special || is(name, "Range");
            case 6 -> takeSix(name, value);
            case 8 -> special = special || is(name, "If-Match") || is(name, "If-Range");
            case 10 -> lasting = lasting && (!is(name, "Connection") || is(value, "keep-alive"));
            case 12 -> requestId = is(name, "X-Request-Id") ? once(requestId, value) : requestId;
            case 13 -> takeThirteen(name, value);
            case 14 -> special = special || is(name, "Content-Length");
            case 15 -> takeFifteen(name, value);
            case 17 -> special = special || is(name, "Transfer-Encoding");
            default -> {}
        }
    }

    private void takeSix(CharSequence name, CharSequence value) {
        if (is(name, "Accept")) {
            accept = once(accept, value);
        } else {
            special = special || is(name, "Expect");
        }
    }

    private void takeThirteen(CharSequence name, CharSequence value) {
        if (is(name, "If-None-Match")) {
            known = once(known, value);
        } else {
            special = special || is(name, "Authorization");
        }
    }

    private void takeFifteen(CharSequence name, CharSequence value) {
        if (is(name, "Accept-Encoding")) {
            encodings = once(encodings, value);
        } else if (is(name, "Accept-Language")) {
            languages = once(languages, value);
        }
    }

    private static boolean is(CharSequence text, String other) {
        return AsciiString.contentEqualsIgnoreCase(text, other);
    }

    private String once(@Nullable String before, CharSequence value) {
        special = special || before != null;
        return value.toString();
    }

    /** Whether the connection is to go on in the same way. */
    boolean isLasting() {
        return lasting;
    }

    @Nullable
    String accept() {
        return accept;
    }

    @Nullable
    String languages() {
        return languages;
    }

    @Nullable
    String encodings() {
        return encodings;
    }

    /** What {@code If-None-Match} says. */
    @Nullable
    String known() {
        return known;
    }

    @Nullable
    String requestId() {
        return requestId;
    }
}
