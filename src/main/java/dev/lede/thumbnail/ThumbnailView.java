package dev.lede.thumbnail;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An article's picture as clients see it.
 *
 * @param src what a client can load
 * @param alt what it shows, where the document says so
 * @param status {@code off}: the picture stays with its origin
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThumbnailView(String src, @Nullable String alt, String status) {

    /** A picture that stays where it is. */
    public static ThumbnailView atOrigin(String src, @Nullable String alt) {
        return new ThumbnailView(src, alt, "off");
    }
}
