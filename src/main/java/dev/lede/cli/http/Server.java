package dev.lede.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.transfer.BoundedBody;
import dev.lede.cli.transfer.MovingStream;
import dev.lede.cli.transfer.StallGuard;
import dev.lede.cli.transfer.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running Lede. Connections are kept and used again; redirects are told of, never followed, so that a key reaches nobody
 * else. Thread-safe.
 */
public final class Server {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final Duration BODY_LIMIT = Duration.ofMinutes(5);
    private static final int MOST_PROBLEM_BYTES = 1024 * 1024;
    private static final int REDIRECTION = 300;

    private final ServerAddress address;
    private final Optional<String> key;
    private final Duration stallLimit;
    // Proxies are those of the JVM (-Dhttps.proxyHost and its kin).
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    public Server(ServerAddress address, Optional<String> key) {
        this(address, key, StallGuard.LONGEST);
    }

    Server(ServerAddress address, Optional<String> key, Duration stallLimit) {
        this.address = address;
        this.key = key;
        this.stallLimit = stallLimit;
    }

    public ServerAddress address() {
        return address;
    }

    /**
     * A call to be made.
     *
     * @param method in capitals
     * @param path from {@code /v1} on, percent-encoded
     * @param headers beyond those that every call has
     */
    public record Call(String method, String path, Map<String, String> query, Map<String, String> headers) {

        public Call(String method, String path) {
            this(method, path, Map.of(), Map.of());
        }

        public Call with(Map<String, String> newQuery) {
            return new Call(method, path, newQuery, headers);
        }

        public Call accepting(String type) {
            return new Call(method, path, query, Map.of("Accept", type));
        }
    }

    /** Makes a call without a body and answers the JSON that comes back; missing when that is empty. */
    public JsonNode ask(Call call) throws CommandFailed, InterruptedException {
        return send(call, "", BodyPublishers.noBody());
    }

    /** Makes a call with a body and answers the JSON that comes back; missing when that is empty. */
    public JsonNode send(Call call, String type, BodyPublisher body) throws CommandFailed, InterruptedException {
        var request = request(call, type, body).timeout(ANSWER_LIMIT).build();
        var answer = await(client.sendAsync(request, head -> new BoundedBody()), BODY_LIMIT);
        if (answer.statusCode() >= REDIRECTION) {
            throw Refusals.of(answer, answer.body());
        }
        return Json.lenient(answer.body());
    }

    /** The hash in the entity tag of what stands at a path; nothing when nothing does. Many may be asked at once. */
    public CompletableFuture<Optional<String>> hash(String path) {
        var request = request(new Call("HEAD", path), "", BodyPublishers.noBody())
                .timeout(ANSWER_LIMIT)
                .build();
        return client.sendAsync(request, BodyHandlers.discarding()).thenApply(this::hash);
    }

    private Optional<String> hash(HttpResponse<Void> answer) {
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() >= REDIRECTION) {
            throw new Refused(Refusals.withoutBody(answer));
        }
        return answer.headers().firstValue("ETag").map(tag -> tag.replaceAll("^W/|\"|-gzip\"$", ""));
    }

    /** Carries a refusal through a future. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }

    /** Reads the body of an answer as it arrives. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream body) throws IOException, CommandFailed;
    }

    /**
     * Makes a call whose bodies may be long, both ways: it lasts as long as something moves.
     *
     * @param reader of the body of an answer that says yes
     */
    public <T> T exchange(Call call, Transfer transfer, Reader<T> reader) throws CommandFailed, InterruptedException {
        try (var guard = new StallGuard(stallLimit)) {
            var request = request(call, transfer.type(), transfer.publisher(guard::moved))
                    .build();
            var future = client.sendAsync(request, BodyHandlers.ofInputStream());
            guard.cutsBy(() -> future.cancel(true));
            var answer = await(future, Duration.ofDays(1));
            try (var body = new MovingStream(answer.body(), guard::moved)) {
                guard.cutsBy(() -> close(answer.body()));
                if (answer.statusCode() >= REDIRECTION) {
                    throw Refusals.of(answer, body.readNBytes(MOST_PROBLEM_BYTES));
                }
                return reader.read(body);
            }
        } catch (IOException lost) {
            throw Unreachable.of(lost, address);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException closed) {
            // That is what was wanted.
        }
    }

    private HttpRequest.Builder request(Call call, String type, BodyPublisher body) {
        var request = HttpRequest.newBuilder(address.of(call.path(), call.query()))
                .method(call.method(), body)
                .header("User-Agent", UserAgent.NAME);
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        call.headers().forEach(request::header);
        return request;
    }

    /** Waits for an answer, and makes sentences of what may keep it from coming. */
    public <T> T await(CompletableFuture<T> future, Duration limit) throws CommandFailed, InterruptedException {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            var cause = failure.getCause() == null ? failure : failure.getCause();
            if (cause instanceof Refused refused) {
                throw refused.refusal;
            }
            throw Unreachable.of(cause, address);
        } catch (CancellationException | TimeoutException stalled) {
            future.cancel(true);
            throw new Unreachable(address + " did not answer in time; the call was given up.");
        }
    }
}
