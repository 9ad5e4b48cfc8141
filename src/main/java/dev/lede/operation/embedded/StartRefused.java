package dev.lede.operation.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The embedded database cannot be started, for a reason that a person has to settle.
 *
 * <p>The message is one or two sentences for that person: what is wrong and what to do about it.
 */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartRefused(String message) {
        super(message);
    }

    StartRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
