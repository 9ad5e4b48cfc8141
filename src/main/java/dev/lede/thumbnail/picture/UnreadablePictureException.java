package dev.lede.thumbnail.picture;

import org.jspecify.annotations.Nullable;

/** Thrown for bytes that are no picture, or one that is too large, broken, or of a kind that cannot be read. */
public final class UnreadablePictureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** For this reason: the end of a sentence that begins with the picture, such as "is no picture of a known type". */
    public UnreadablePictureException(String reason) {
        this(reason, null);
    }

    private UnreadablePictureException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Of a picture that ends early, or contradicts itself. */
    public static UnreadablePictureException broken() {
        return broken(null);
    }

    /** Of a picture that ends early, or contradicts itself, as this failure shows. */
    public static UnreadablePictureException broken(@Nullable Throwable cause) {
        return new UnreadablePictureException("is broken or incomplete", cause);
    }

    /** Of WebP where libwebp cannot be loaded, for this cause. */
    public static UnreadablePictureException withoutWebp(Throwable cause) {
        return new UnreadablePictureException("needs WebP, which is not available on this machine", cause);
    }

    /** A short sentence for the author, safe to show; it names nothing of the machine. */
    public String reason() {
        return reason;
    }
}
