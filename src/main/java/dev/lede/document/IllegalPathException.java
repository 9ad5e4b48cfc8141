package dev.lede.document;

/** A path that no document can have; its message says why and may be shown to the client. */
public final class IllegalPathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IllegalPathException(String message) {
        super(message);
    }
}
