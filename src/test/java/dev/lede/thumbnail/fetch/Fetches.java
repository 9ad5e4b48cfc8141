package dev.lede.thumbnail.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lede.http.outbound.Resolver;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.math.BigInteger;
import java.time.Duration;

/** A {@link PictureFetch} without the application around it. */
final class Fetches implements AutoCloseable {

    /** Far more than any test needs that does not wait for it to pass. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final PictureFetch fetch;

    Fetches(Settings settings, Resolver names, HttpClientOptions options) {
        this.fetch = new PictureFetch(settings, vertx, names, options);
    }

    Fetches(Settings settings, Resolver names) {
        this(settings, names, new HttpClientOptions());
    }

    /** Everything that is configured. */
    record Settings(String fetch, boolean allowPrivate, Duration timeout, MemorySize maxBytes, String userAgent)
            implements FetchConfig {

        static final Settings PUBLIC = new Settings("on", false, PATIENCE, size(1_000_000), "Lede/test");
        static final Settings INTRANET = new Settings("on", true, PATIENCE, size(1_000_000), "Lede/test");

        Settings within(Duration timeout) {
            return new Settings(fetch, allowPrivate, timeout, maxBytes, userAgent);
        }

        Settings upTo(long bytes) {
            return new Settings(fetch, allowPrivate, timeout, size(bytes), userAgent);
        }

        Settings only(String hosts) {
            return new Settings(hosts, allowPrivate, timeout, maxBytes, userAgent);
        }

        Settings as(String userAgent) {
            return new Settings(fetch, allowPrivate, timeout, maxBytes, userAgent);
        }

        private static MemorySize size(long bytes) {
            return new MemorySize(BigInteger.valueOf(bytes));
        }
    }

    Fetched fetch(String address) throws FetchFailedException {
        // Hosts of its own: whoever else asks is not waited for.
        return fetch(address, new Hosts().tryEnter(address).orElseThrow());
    }

    Fetched fetch(String address, Hosts.Turn turn) throws FetchFailedException {
        return fetch.fetch(address, turn);
    }

    byte[] bytes(String address) throws FetchFailedException {
        return fetch(address).bytes();
    }

    /** Fails, and keeps the pause that was asked for. */
    FetchFailedException failure(String address, Hosts hosts) {
        try (var turn = hosts.tryEnter(address).orElseThrow()) {
            var failure = catchThrowableOfType(FetchFailedException.class, () -> fetch.fetch(address, turn));
            turn.pause(failure.after());
            return failure;
        }
    }

    FetchFailedException failure(String address) {
        var failure = catchThrowableOfType(FetchFailedException.class, () -> fetch(address));
        assertThat(failure).as(address).isNotNull();
        return failure;
    }

    Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        fetch.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
