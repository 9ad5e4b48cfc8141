package dev.lede.http.caching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The entity tags that a condition lists, RFC 9110 §13.1.
 *
 * @param any whether it is {@code *}
 * @param tags in their order, without quotes
 */
record EntityTags(boolean any, List<Tag> tags) {

    // RFC 9110 §8.8.3: opaque-tag is quoted, of any visible character but the quote, and of obs-text.
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(,|$)");

    /** What a compressed answer's tag has at its end. */
    static final String GZIPPED = "-gzip";

    /** One entity tag without quotes. */
    record Tag(String opaque, boolean weak) {

        /** Whether it names this content, in whichever coding. */
        private boolean names(String current) {
            return opaque.equals(current) || opaque.equals(current + GZIPPED);
        }
    }

    /** Nothing when this is no list of entity tags. */
    static Optional<EntityTags> parse(String header) {
        if (header.strip().equals("*")) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        var tags = new ArrayList<Tag>();
        var matcher = TAG.matcher(header);
        int end = 0;
        while (end < header.length() && matcher.find(end) && matcher.start() == end) {
            tags.add(new Tag(matcher.group(2), matcher.group(1) != null));
            end = matcher.end();
        }
        return end < header.length() || tags.isEmpty() ? Optional.empty() : Optional.of(new EntityTags(false, tags));
    }

    // RFC 9110 §13.1.2: If-None-Match compares weakly.
    boolean matchesWeakly(String current) {
        return any || tags.stream().anyMatch(tag -> tag.names(current));
    }

    // RFC 9110 §13.1.1: If-Match compares strongly, and a weak tag is never strongly equal.
    boolean matchesStrongly(String current) {
        return any || tags.stream().anyMatch(tag -> !tag.weak && tag.names(current));
    }
}
