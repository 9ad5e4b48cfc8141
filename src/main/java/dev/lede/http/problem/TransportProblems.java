package dev.lede.http.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problems for what fails before any resource is found, or beside them, as under {@code /q}. */
@ApplicationScoped
public class TransportProblems {

    void register(@Observes Router router) {
        // Before the failure handler of Quarkus, which answers in HTML or in JSON of its own.
        router.route().order(Integer.MIN_VALUE).failureHandler(TransportProblems::failed);
    }

    private static void failed(RoutingContext context) {
        var failure = context.failure();
        if (failure == null) {
            answer(context, Refusals.ofStatus(context.statusCode()));
            return;
        }
        var refusal = Refusals.in(failure);
        if (refusal.isEmpty() && !context.response().closed()) {
            Exchange.logFault(context, failure);
        }
        answer(context, refusal.orElseGet(Refusals::internal));
    }

    /** Ends the exchange with this refusal, on the event loop. What is left of the request's body is not read. */
    public static void answer(RoutingContext context, ProblemException refusal) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Too late to say anything: a connection that breaks is at least no complete answer.
            response.reset();
            return;
        }
        var problem = Problem.of(refusal, context);
        var body = Buffer.buffer(problem.json());
        refusal.headers().forEach(response::putHeader);
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Content-Length", Integer.toString(body.length()));
        response.end(body).onFailure(gone -> context.request().connection().close());
    }
}
