package dev.lede.thumbnail.fetch;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request and its answer on a connection of its own, which is closed however it ends. */
final class Exchange {

    private final long maxBytes;
    private final Promise<Answer> outcome = Promise.promise();

    private Exchange(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * An answer.
     *
     * @param body empty unless the status is 200: what else is said is not read
     */
    record Answer(int status, MultiMap headers, byte[] body) {

        @Nullable
        String header(String name) {
            return headers.get(name);
        }
    }

    /**
     * Asks, and waits for the whole answer.
     *
     * @throws FetchFailedException when none came in time, or when it is too large or encoded
     */
    static Answer get(HttpClient client, RequestOptions options, long maxBytes, Deadline deadline)
            throws FetchFailedException {
        return new Exchange(maxBytes).get(client, options, deadline);
    }

    private Answer get(HttpClient client, RequestOptions options, Deadline deadline) throws FetchFailedException {
        client.request(options).onSuccess(this::send).onFailure(outcome::tryFail);
        try {
            return outcome.future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw deadline.passed();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FetchFailedException.forNow("Fetching was stopped.");
        } finally {
            // A connection that is made only now is closed as well.
            outcome.tryFail("Nobody waits any more");
        }
    }

    private void send(HttpClientRequest request) {
        outcome.future().onComplete(end -> request.connection().close());
        // Without these, what ends a connection is logged as if it were a fault of ours.
        request.connection().exceptionHandler(outcome::tryFail);
        if (!outcome.future().isComplete()) {
            request.exceptionHandler(outcome::tryFail);
            request.response().onSuccess(this::receive).onFailure(outcome::tryFail);
            request.end().onFailure(outcome::tryFail);
        }
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(outcome::tryFail);
        var body = Buffer.buffer();
        if (response.statusCode() != Statuses.OK) {
            finish(response, body);
            return;
        }
        var refusal = refusal(response.headers());
        if (refusal != null) {
            outcome.tryFail(refusal);
            return;
        }
        response.handler(piece -> {
            // Whatever length was announced.
            if (body.length() + piece.length() > maxBytes) {
                outcome.tryFail(tooLarge());
            } else if (!outcome.future().isComplete()) {
                body.appendBuffer(piece);
            }
        });
        response.endHandler(end -> finish(response, body));
    }

    private void finish(HttpClientResponse response, Buffer body) {
        outcome.tryComplete(new Answer(response.statusCode(), response.headers(), body.getBytes()));
    }

    private @Nullable FetchFailedException refusal(MultiMap headers) {
        // It was not asked for (RFC 9110 §8.4), and what it would grow to nobody knows.
        var encoding = headers.get("Content-Encoding");
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            return FetchFailedException.forGood("The host sent the picture in an encoding that it was not asked for.");
        }
        var length = headers.get("Content-Length");
        var digits = length == null ? "" : length.strip().replaceFirst("^0+", "");
        // 18 digits are sure to fit; the parser of the answer lets no other characters pass.
        var large = digits.length() > 18 || (digits.matches("\\d+") && Long.parseLong(digits) > maxBytes);
        return large ? tooLarge() : null;
    }

    private FetchFailedException tooLarge() {
        return FetchFailedException.forGood(
                String.format(Locale.ROOT, "The picture is larger than %,d bytes.", maxBytes));
    }

    private static FetchFailedException failure(@Nullable Throwable cause) {
        if (cause instanceof FetchFailedException known) {
            return known;
        }
        if (cause instanceof SSLException) {
            return FetchFailedException.forNow("No secure connection to the host: its certificate is not accepted.");
        }
        if (cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof NoRouteToHostException) {
            return FetchFailedException.forNow("The host cannot be reached.");
        }
        if (cause instanceof TooLongFrameException) {
            return FetchFailedException.forGood("The head of the host's answer is too long.");
        }
        return FetchFailedException.forNow("The host broke off before the picture was complete.");
    }
}
