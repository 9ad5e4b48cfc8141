package dev.lede.thumbnail.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article's picture as clients see it. All but the first four members belong to a picture that is ready, and all but
 * its type to one that is made of pixels.
 *
 * @param src what a client can load
 * @param alt what it shows, where the document says so
 * @param status {@code ready}; {@code pending} until it was fetched and looked at; {@code failed}; {@code off}: it stays
 *     with its origin
 * @param reason why it failed, as a short sentence
 * @param type media type of the picture as it came
 * @param width in pixels, as it came
 * @param height in pixels, as it came
 * @param color that stands for it best, as {@code #rrggbb}
 * @param blurhash a blurred likeness of some thirty characters, <a href="https://blurha.sh">blurha.sh</a>
 * @param renditions in ascending width
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThumbnailView(
        String src,
        @Nullable String alt,
        String status,
        @Nullable String reason,
        @Nullable String type,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String color,
        @Nullable String blurhash,
        @Nullable List<RenditionView> renditions) {

    private static ThumbnailView unready(String src, @Nullable String alt, String status, @Nullable String reason) {
        return new ThumbnailView(src, alt, status, reason, null, null, null, null, null, null);
    }

    /** A picture that stays where it is. */
    public static ThumbnailView off(String src, @Nullable String alt) {
        return unready(src, alt, "off", null);
    }

    /** A picture that has yet to be looked at. */
    public static ThumbnailView pending(String src, @Nullable String alt) {
        return unready(src, alt, "pending", null);
    }

    /** A picture that is not to be had, or cannot be understood. */
    public static ThumbnailView failed(String src, @Nullable String alt, @Nullable String reason) {
        return unready(src, alt, "failed", reason);
    }
}
