package dev.lede.thumbnail.picture;

import org.jspecify.annotations.Nullable;

/**
 * What was learnt of a picture. For SVG the type alone is known.
 *
 * @param type the media type by the bytes: {@code image/jpeg}, {@code image/png}, {@code image/gif}, {@code image/webp},
 *     {@code image/bmp} or {@code image/svg+xml}
 * @param width in pixels, as shown: an EXIF orientation is obeyed
 * @param height in pixels, as shown
 * @param color the mean colour as {@code #rrggbb}, over white where the picture is transparent
 * @param blurhash of 4 by 3 components, 3 by 4 where the picture is higher than wide
 */
public record PictureFacts(
        String type,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String color,
        @Nullable String blurhash) {}
