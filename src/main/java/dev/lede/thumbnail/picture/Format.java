package dev.lede.thumbnail.picture;

import java.util.Arrays;
import java.util.Optional;

/** The formats of renditions. */
public enum Format {
    WEBP("webp", "image/webp"),
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** How the name of such a file ends, without the dot: {@code webp}, {@code jpg} or {@code png}. */
    public String extension() {
        return extension;
    }

    /** Such as {@code image/webp}. */
    public String mediaType() {
        return mediaType;
    }

    /** The format with exactly this extension. */
    public static Optional<Format> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }
}
