package dev.lede.article.media;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses among media types by {@code Accept}, RFC 9110 §12.5.1. */
public final class AcceptedMedia {

    private AcceptedMedia() {}

    /**
     * Of these types the one that is accepted most gladly, the first of several; nothing when none is accepted.
     *
     * @param ranges what the client accepts, with its weights; empty when it says nothing
     * @param offered in the order of the server's own preference
     */
    public static Optional<MediaType> best(List<MediaType> ranges, List<MediaType> offered) {
        @Nullable MediaType best = null;
        var highest = 0.0;
        for (var type : offered) {
            var weight = ranges.isEmpty() ? 1.0 : weight(type, ranges);
            if (weight > highest) {
                best = type;
                highest = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    // The most specific range that matches a type gives its weight.
    private static double weight(MediaType type, List<MediaType> ranges) {
        var closest = -1;
        var weight = 0.0;
        for (var range : ranges) {
            var closeness = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
            if (range.isCompatible(type) && closeness > closest) {
                closest = closeness;
                weight = weight(range);
            }
        }
        return weight;
    }

    private static double weight(MediaType range) {
        try {
            return Double.parseDouble(range.getParameters().getOrDefault("q", "1"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
