package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.header.Bytes;
import dev.lede.thumbnail.picture.header.SvgProlog;
import java.util.Arrays;
import java.util.Optional;

/** The types of picture that are known, each told by how it begins: WHATWG MIME Sniffing §6.1. */
public enum MediaType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp"),
    BMP("image/bmp"),
    SVG("image/svg+xml");

    private final String mediaType;

    MediaType(String mediaType) {
        this.mediaType = mediaType;
    }

    private boolean begins(Bytes bytes) {
        return switch (this) {
            case JPEG -> bytes.has("\u00ff\u00d8\u00ff", 0);
            case PNG -> bytes.has("\u0089PNG\r\n\u001a\n", 0);
            case GIF -> bytes.has("GIF87a", 0) || bytes.has("GIF89a", 0);
            case WEBP -> bytes.has("RIFF", 0) && bytes.has("WEBPVP8", 8);
            case BMP -> BmpSource.isBmp(bytes);
            case SVG -> SvgProlog.leadsToSvg(bytes.all());
        };
    }

    /** Such as {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** The type of these bytes, if it is known. */
    public static Optional<MediaType> of(byte[] bytes) {
        var beginning = Bytes.littleEndian(bytes);
        return Arrays.stream(values()).filter(type -> type.begins(beginning)).findFirst();
    }
}
