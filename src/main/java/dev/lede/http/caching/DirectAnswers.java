package dev.lede.http.caching;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.TransportProblems;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

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
        var request = context.request();
        var asked = new Outgoing.Asked(request.method().name(), 200, request::getHeader, false);
        try {
            send(context, answer, Outgoing.of(answer, asked, config, clock.instant()));
        } catch (ProblemException refusal) {
            TransportProblems.answer(context, refusal);
        }
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
