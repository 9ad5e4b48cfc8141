package dev.lede.thumbnail.picture.source;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** The types of picture that are known, each told by how it begins: WHATWG MIME Sniffing §6.1. */
public enum MediaType {
    JPEG("image/jpeg", bytes -> bytes.has("\u00ff\u00d8\u00ff", 0)),
    PNG("image/png", bytes -> bytes.has("\u0089PNG\r\n\u001a\n", 0)),
    GIF("image/gif", bytes -> bytes.has("GIF87a", 0) || bytes.has("GIF89a", 0)),
    WEBP("image/webp", bytes -> bytes.has("RIFF", 0) && bytes.has("WEBPVP8", 8)),
    BMP("image/bmp", BmpSource::isBmp),
    SVG("image/svg+xml", bytes -> SvgProlog.leadsToSvg(bytes.all()));

    private final String mediaType;
    private final Predicate<Bytes> beginning;

    MediaType(String mediaType, Predicate<Bytes> beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    /** Such as {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** The type of these bytes, if it is known. */
    public static Optional<MediaType> of(byte[] bytes) {
        var beginning = Bytes.littleEndian(bytes);
        return Arrays.stream(values())
                .filter(type -> type.beginning.test(beginning))
                .findFirst();
    }
}
