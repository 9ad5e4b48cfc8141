package dev.lede.http.outbound;

/** An address from which nothing is fetched; the message is a sentence that its author may read. */
public final class RefusedAddressException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String reason) {
        super(reason);
    }

    /** Why, in a sentence without any part of the address but its host. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
