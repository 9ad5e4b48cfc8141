package dev.lede.cli.http;

import dev.lede.cli.outcome.CommandFailed;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Tries again while Lede is too busy (503, 429), as long as it asks for, and not for ever.
 *
 * @param attempts in all
 * @param longest to wait between two of them
 * @param news is told of each wait, as a sentence
 */
public record Patience(int attempts, Duration longest, Consumer<String> news) {

    private static final Duration FIRST = Duration.ofSeconds(1);

    /** Six attempts, at most a minute apart. */
    public static Patience usual(Consumer<String> news) {
        return new Patience(6, Duration.ofMinutes(1), news);
    }

    /** What is tried. */
    @FunctionalInterface
    public interface Attempt<T> {
        T run() throws CommandFailed, InterruptedException;
    }

    /** Runs until it succeeds, fails for good, or was tried often enough. */
    public <T> T with(Attempt<T> attempt) throws CommandFailed, InterruptedException {
        var pause = FIRST;
        for (int turn = 1; ; turn++) {
            try {
                return attempt.run();
            } catch (Refusal refusal) {
                if (!refusal.isPassing() || turn >= attempts) {
                    throw refusal;
                }
                var asked = refusal.retryAfter().orElse(pause);
                var wait = asked.compareTo(longest) > 0 ? longest : asked;
                news.accept(
                        "Lede is busy (" + refusal.status() + "); trying again in " + wait.toMillis() / 1000.0 + " s.");
                Thread.sleep(wait.toMillis());
                pause = pause.multipliedBy(2);
            }
        }
    }
}
