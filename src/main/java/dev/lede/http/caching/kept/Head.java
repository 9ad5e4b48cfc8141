package dev.lede.http.caching.kept;

import dev.lede.http.manners.Manners;
import io.vertx.core.MultiMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a request that an answer from memory looks at, read in one pass. Belongs to one request. */
final class Head {

    private int size;
    private boolean special;
    private boolean hosted;

    private @Nullable String accept;
    private @Nullable String languages;
    private @Nullable String encodings;
    private @Nullable String known;
    private @Nullable String requestId;

    private Head() {}

    /** Null when there is something among them that takes the long way. */
    static @Nullable Head of(MultiMap headers) {
        var head = new Head();
        for (Map.Entry<String, String> field : headers) {
            head.take(field.getKey(), field.getValue());
        }
        return head.special || !head.hosted || head.size > Manners.LARGEST_HEADERS ? null : head;
    }

    private void take(String name, String value) {
        size += name.length() + value.length();
        switch (name.length()) {
            case 4 -> hosted = hosted || name.equalsIgnoreCase("Host");
            case 5 -> special = special || name.equalsIgnoreCase("Range");
            case 6 -> takeSix(name, value);
            case 8 -> special = special || name.equalsIgnoreCase("If-Match") || name.equalsIgnoreCase("If-Range");
            case 12 -> requestId = name.equalsIgnoreCase("X-Request-Id") ? once(requestId, value) : requestId;
            case 13 -> takeThirteen(name, value);
            case 14 -> special = special || name.equalsIgnoreCase("Content-Length");
            case 15 -> takeFifteen(name, value);
            case 17 -> special = special || name.equalsIgnoreCase("Transfer-Encoding");
            default -> {}
        }
    }

    private void takeSix(String name, String value) {
        if (name.equalsIgnoreCase("Accept")) {
            accept = once(accept, value);
        } else {
            special = special || name.equalsIgnoreCase("Expect");
        }
    }

    private void takeThirteen(String name, String value) {
        if (name.equalsIgnoreCase("If-None-Match")) {
            known = once(known, value);
        } else {
            special = special || name.equalsIgnoreCase("Authorization");
        }
    }

    private void takeFifteen(String name, String value) {
        if (name.equalsIgnoreCase("Accept-Encoding")) {
            encodings = once(encodings, value);
        } else if (name.equalsIgnoreCase("Accept-Language")) {
            languages = once(languages, value);
        }
    }

    private String once(@Nullable String before, String value) {
        special = special || before != null;
        return value;
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
