package dev.lede.http.caching;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.TransportProblems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Sends answers of what stands beside the resources, as under {@code /q}, just as those of resources. Thread-safe. */
@ApplicationScoped
public class DirectAnswers {

    private final CacheConfig config;
    private final Clock clock;

    DirectAnswers(CacheConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Ends the exchange with a public answer, on the event loop. */
    public void send(RoutingContext context, Answer answer) {
        send(context, 200, answer);
    }

    /** The same with a status that is no plain success. */
    public void send(RoutingContext context, int status, Answer answer) {
        var request = context.request();
        var asked = new Outgoing.Asked(request.method().name(), status, name -> field(request, name), false);
        try {
            send(context, answer, Outgoing.of(answer, asked, config, clock.instant()));
        } catch (ProblemException refusal) {
            TransportProblems.answer(context, refusal);
        }
    }

    // RFC 9110 §5.3: several lines of a field are one list.
    private static @Nullable String field(HttpServerRequest request, String name) {
        var lines = request.headers().getAll(name);
        return lines.isEmpty() ? null : String.join(",", lines);
    }

    private static void send(RoutingContext context, Answer answer, Outgoing outgoing) {
        var response = context.response().setStatusCode(outgoing.status());
        answer.headers().forEach(header -> response.headers().add(header.getKey(), header.getValue()));
        outgoing.fields().forEach(response::putHeader);
        var body = outgoing.body();
        if (body == null) {
            response.end();
        } else {
            response.putHeader("Content-Type", answer.mediaType()).end(Buffer.buffer(body));
        }
    }
}
