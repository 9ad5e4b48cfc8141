package dev.lede.thumbnail.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a picture was not to be had. */
public final class FetchFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retry;
    private final @Nullable Duration after;

    private FetchFailedException(String reason, boolean retry, @Nullable Duration after) {
        super(reason);
        this.retry = retry;
        this.after = after;
    }

    /** It will not be had by asking again. */
    static FetchFailedException forGood(String reason) {
        return new FetchFailedException(reason, false, null);
    }

    /** It may be had another time. */
    static FetchFailedException forNow(String reason) {
        return new FetchFailedException(reason, true, null);
    }

    /** The origin wants to be left alone for that long. */
    FetchFailedException after(@Nullable Duration pause) {
        return new FetchFailedException(reason(), retry, pause);
    }

    /**
     * A short sentence that the author of the article may read: it names no address that a name resolved to, no
     * credentials, and nothing of the picture's own address but its host or port.
     */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Whether another try may succeed. */
    public boolean retry() {
        return retry;
    }

    /** How long the origin asks to be left alone, at most a day; null when it does not ask. */
    public @Nullable Duration after() {
        return after;
    }
}
