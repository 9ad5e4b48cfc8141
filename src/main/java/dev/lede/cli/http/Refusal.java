package dev.lede.cli.http;

import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lede answered, and said no. */
public final class Refusal extends CommandFailed {

    private static final long serialVersionUID = 1L;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int FAULT = 500;

    private final int status;
    private final transient Optional<Duration> retryAfter;

    Refusal(int status, String sentence, List<String> lines, Optional<Duration> retryAfter) {
        super(outcome(status), sentence, lines);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    private static Outcome outcome(int status) {
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return Outcome.KEY_REFUSED;
        }
        return status == TOO_MANY_REQUESTS || status >= FAULT ? Outcome.OUT_OF_REACH : Outcome.NOTHING_STORED;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the same will be taken in a while. */
    boolean isPassing() {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }

    /** How long to wait before that, where Lede said so. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
