package dev.lede.thumbnail.fetch;

import dev.lede.http.outbound.Lookup;
import dev.lede.http.outbound.Reach;
import dev.lede.http.outbound.RefusedAddressException;
import dev.lede.http.outbound.Resolver;
import dev.lede.http.outbound.WebAddress;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pictures from the web, and from nowhere else: what an address leads to is looked up once, judged, and that very
 * address is connected to. It keeps no cookies and no connections, sends no credentials and no referrer, and goes through
 * no proxy. Thread-safe.
 */
@ApplicationScoped
public class PictureFetch {

    /** From https to http as well: what comes is judged by its bytes, and older hosts redirect so. */
    private static final int MOST_REDIRECTS = 3;

    /** In bytes, all fields together. */
    private static final int MAX_HEAD = 16 * 1024;

    /** No two callers wait for each other's connection; there are never more of them than threads that call. */
    private static final int MOST_CONNECTIONS_PER_HOST = 1_000;

    private static final long UNTIL_A_TURN_MILLISECONDS = 50;

    private static final String ACCEPT = "image/webp,image/png,image/jpeg,image/gif,image/*;q=0.8,*/*;q=0.1";

    private final FetchPolicy policy;
    private final FetchConfig config;
    private final Lookup lookup;
    private final HttpClient client;

    @Inject
    PictureFetch(FetchConfig config, Vertx vertx, Resolver resolver) {
        this(config, vertx, resolver, new HttpClientOptions());
    }

    /** @param options whom to trust, in tests; the rest is set here */
    PictureFetch(FetchConfig config, Vertx vertx, Resolver resolver, HttpClientOptions options) {
        this.policy = FetchPolicy.of(config.fetch(), config.allowPrivate());
        this.config = checked(config);
        this.lookup = new Lookup(resolver, policy.allowPrivate() ? Reach.INTRANET : Reach.PUBLIC);
        this.client = vertx.createHttpClient(options.setKeepAlive(false)
                .setVerifyHost(true)
                .setMaxPoolSize(MOST_CONNECTIONS_PER_HOST)
                .setMaxHeaderSize(MAX_HEAD)
                .setSslHandshakeTimeout(config.timeout().toMillis())
                .setDecompressionSupported(false));
    }

    /** What cannot be read in the configuration ends the start, not the first fetch. */
    void start(@Observes StartupEvent started) {}

    @PreDestroy
    void close() {
        lookup.close();
        client.close();
    }

    /** Which addresses are fetched at all. */
    public FetchPolicy policy() {
        return policy;
    }

    /**
     * Fetches a picture. It blocks the calling thread, which must be none that answers others, for
     * {@code lede.thumbnail.timeout} at most, whatever the other side does.
     *
     * @param address absolute, as an author wrote it
     * @param turn at its host, exchanged for one at each host that it redirects to: when it fails, that of who failed
     * @throws FetchFailedException when it was not to be had, or may not be fetched
     */
    public Fetched fetch(String address, Hosts.Turn turn) throws FetchFailedException {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("Fetching a picture blocks, so no event loop may do it.");
        }
        var deadline = Deadline.in(config.timeout());
        try {
            var place = WebAddress.parse(address);
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                enter(turn, place, deadline);
                var answer = ask(place, deadline);
                if (!Statuses.isRedirect(answer.status())) {
                    return picture(answer);
                }
                place = place.resolve(location(answer.header("Location")));
            }
        } catch (RefusedAddressException refused) {
            throw FetchFailedException.forGood(refused.reason());
        }
        throw FetchFailedException.forGood("The address redirects more than " + MOST_REDIRECTS + " times.");
    }

    /** Waits for a turn at a host that an address redirects to, as nobody would ask the first one again for it. */
    private static void enter(Hosts.Turn turn, WebAddress place, Deadline deadline) throws FetchFailedException {
        while (!turn.tryMove(place.host().name())) {
            var pause = turn.pause();
            if (pause.isPresent()) {
                throw FetchFailedException.forNow("The host that the address redirects to wants to be left alone.")
                        .after(pause.get());
            }
            if (deadline.left().isZero()) {
                throw deadline.passed();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(UNTIL_A_TURN_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw FetchFailedException.forNow("Fetching was stopped.");
            }
        }
    }

    private Exchange.Answer ask(WebAddress place, Deadline deadline) throws FetchFailedException {
        if (!policy.allows(place)) {
            throw FetchFailedException.forGood(
                    policy.on() ? "Nothing is fetched from this host here." : "Fetching pictures is switched off.");
        }
        var server = new InetSocketAddress(addressOf(place, deadline), place.port());
        var left = deadline.left().toMillis();
        if (left == 0) {
            throw deadline.passed();
        }
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(server))
                .setHost(place.host().name())
                .setPort(place.port())
                .setSsl(place.secure())
                .setURI(place.target())
                .setConnectTimeout(left)
                .putHeader("Host", place.authority())
                .putHeader("User-Agent", config.userAgent())
                .putHeader("Accept", ACCEPT)
                .putHeader("Accept-Encoding", "identity");
        return Exchange.get(client, options, config.maxBytes().asLongValue(), deadline);
    }

    private InetAddress addressOf(WebAddress place, Deadline deadline) throws FetchFailedException {
        try {
            return lookup.addressOf(place.host(), deadline.left());
        } catch (RefusedAddressException refused) {
            throw FetchFailedException.forGood(refused.reason());
        } catch (UnknownHostException unknown) {
            throw FetchFailedException.forNow("The host " + place.host().name() + " is not known.");
        } catch (TimeoutException late) {
            throw deadline.passed();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw FetchFailedException.forNow("Fetching was stopped.");
        }
    }

    private static Fetched picture(Exchange.Answer answer) throws FetchFailedException {
        if (answer.status() != Statuses.OK) {
            throw Statuses.failure(answer.status(), answer.header("Retry-After"), Instant.now());
        }
        if (answer.body().length == 0) {
            throw FetchFailedException.forNow("The host answered without a picture: not one byte.");
        }
        return new Fetched(answer.body());
    }

    private static String location(@Nullable String location) throws FetchFailedException {
        if (location == null) {
            throw FetchFailedException.forGood("The address redirects to nowhere.");
        }
        return location;
    }

    private static FetchConfig checked(FetchConfig config) {
        var timeout = config.timeout();
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalStateException("lede.thumbnail.timeout is more than nothing and at most an hour.");
        }
        var most = config.maxBytes().asLongValue();
        if (most < 1 || most > Integer.MAX_VALUE / 2) {
            throw new IllegalStateException("lede.thumbnail.max-bytes is at least one byte and less than 1G.");
        }
        if (!config.userAgent().matches("[\\x20-\\x7e]+")) {
            throw new IllegalStateException("lede.thumbnail.user-agent is in ASCII, on one line.");
        }
        return config;
    }
}
