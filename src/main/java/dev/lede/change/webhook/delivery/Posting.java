package dev.lede.change.webhook.delivery;

import dev.lede.http.outbound.Lookup;
import dev.lede.http.outbound.Reach;
import dev.lede.http.outbound.RefusedAddressException;
import dev.lede.http.outbound.Resolver;
import dev.lede.http.outbound.RetryAfter;
import dev.lede.http.outbound.WebAddress;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is to be told, and to nobody who must not be reached: what an address leads to is looked up once, judged, and
 * that very address is connected to. Redirects are not followed, and of an answer only its status counts. Thread-safe.
 */
@Singleton
public class Posting {

    /** In bytes; of an answer so much is let come, for those who are not content until they have said it. */
    private static final int MOST_READ = 8 * 1_024;

    private static final int MAX_HEAD = 16 * 1_024;
    private static final int MOST_CONNECTIONS_PER_HOST = 64;

    private final Lookup lookup;
    private final HttpClient client;
    private final Duration timeout;
    private final Clock clock;
    private final String userAgent;

    Posting(
            WebhookConfig config,
            Vertx vertx,
            Resolver resolver,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
        this.lookup = new Lookup(resolver, config.allowPrivate() ? Reach.INTRANET : Reach.PUBLIC);
        this.timeout = config.timeout();
        this.clock = clock;
        this.userAgent = "Lede/" + version + " (webhooks)";
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setMaxPoolSize(MOST_CONNECTIONS_PER_HOST)
                .setMaxHeaderSize(MAX_HEAD)
                .setSslHandshakeTimeout(timeout.toMillis())
                .setDecompressionSupported(false));
    }

    @PreDestroy
    void close() {
        lookup.close();
        client.close();
    }

    /**
     * Sends a message, signed, and waits for its answer; blocks for {@code lede.webhooks.timeout} at most.
     *
     * @param id the same for each try of one message
     * @param body JSON
     */
    public Attempt post(Receiver receiver, String id, String body) throws InterruptedException {
        var began = System.nanoTime();
        try {
            var place = WebAddress.parse(receiver.url());
            var address = new InetSocketAddress(lookup.addressOf(place.host(), left(began)), place.port());
            var options = options(place, SocketAddress.inetSocketAddress(address), left(began));
            sign(options, receiver, id, body);
            return send(options, body, began);
        } catch (RefusedAddressException refused) {
            return failed(began, refused.reason());
        } catch (UnknownHostException unknown) {
            return failed(began, "The host is not known.");
        } catch (TimeoutException late) {
            return failed(began, "No answer came within " + timeout.toMillis() / 1000.0 + " s.");
        }
    }

    private Duration left(long began) {
        return Duration.ofNanos(Math.max(1_000_000, timeout.toNanos() - (System.nanoTime() - began)));
    }

    private RequestOptions options(WebAddress place, SocketAddress address, Duration left) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(address)
                .setHost(place.host().name())
                .setPort(place.port())
                .setSsl(place.secure())
                .setURI(place.target())
                .setConnectTimeout(left.toMillis())
                .putHeader("Host", place.authority())
                .putHeader("User-Agent", userAgent)
                .putHeader("Content-Type", "application/json");
    }

    private void sign(RequestOptions options, Receiver receiver, String id, String body) {
        var timestamp = clock.instant().getEpochSecond();
        options.putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", receiver.secret().signature(id, timestamp, body));
    }

    private Attempt send(RequestOptions options, String body, long began)
            throws TimeoutException, InterruptedException {
        Promise<HttpClientResponse> outcome = Promise.promise();
        client.request(options)
                .onSuccess(request -> exchange(request, body, outcome))
                .onFailure(outcome::tryFail);
        try {
            var answer = outcome.future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(left(began).toNanos(), TimeUnit.NANOSECONDS);
            return answered(answer, began);
        } catch (ExecutionException e) {
            return failed(began, reason(e.getCause()));
        } finally {
            // A connection that is made only now is closed as well.
            outcome.tryFail("Nobody waits any more");
        }
    }

    private static void exchange(HttpClientRequest request, String body, Promise<HttpClientResponse> outcome) {
        outcome.future().onComplete(end -> request.connection().close());
        request.connection().exceptionHandler(outcome::tryFail);
        if (!outcome.future().isComplete()) {
            request.exceptionHandler(outcome::tryFail);
            Future<HttpClientResponse> sent = request.send(body);
            sent.onSuccess(response -> receive(response, outcome)).onFailure(outcome::tryFail);
        }
    }

    /** Its status is all that counts, however its body ends. */
    private static void receive(HttpClientResponse response, Promise<HttpClientResponse> outcome) {
        var read = new AtomicLong();
        response.exceptionHandler(broken -> outcome.tryComplete(response));
        response.handler(piece -> {
            if (read.addAndGet(piece.length()) > MOST_READ) {
                outcome.tryComplete(response);
            }
        });
        response.endHandler(end -> outcome.tryComplete(response));
    }

    private Attempt answered(HttpClientResponse answer, long began) {
        var status = answer.statusCode();
        return status / 100 == 2
                ? new Attempt(millis(began), status, null, null)
                : new Attempt(
                        millis(began),
                        status,
                        "The server answered with status " + status + ".",
                        RetryAfter.of(answer.getHeader("Retry-After"), clock.instant()));
    }

    private static String reason(@Nullable Throwable cause) {
        return cause instanceof SSLException
                ? "No secure connection to the server: its certificate is not accepted."
                : "The server cannot be reached, or broke off.";
    }

    private static Attempt failed(long began, String reason) {
        return new Attempt(millis(began), null, reason, null);
    }

    private static long millis(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
