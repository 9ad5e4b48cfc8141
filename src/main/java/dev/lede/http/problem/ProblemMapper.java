package dev.lede.http.problem;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that a resource or the framework throws into a problem, and logs each fault once. */
final class ProblemMapper {

    @ServerExceptionMapper
    Response refused(ProblemException refusal, RoutingContext context) {
        return answer(refusal, context);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, RoutingContext context) {
        return any(failure, context);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException failure, RoutingContext context) {
        // A parameter that cannot be converted to its Java type is a NotFoundException with a cause.
        if (failure.getCause() instanceof IllegalArgumentException cause) {
            return answer(Unconvertible.refusal(cause, context.queryParams()), context);
        }
        return any(failure, context);
    }

    @ServerExceptionMapper
    Response declined(WebApplicationException failure, RoutingContext context) {
        var meant = failure.getResponse();
        if (meant.getStatus() < 400) {
            return meant;
        }
        if (meant.getStatus() >= 500 && Refusals.in(failure).orElseThrow().type() == ProblemType.INTERNAL) {
            return fault(failure, context);
        }
        var answer = any(failure, context);
        return meant.getStatus() == Response.Status.METHOD_NOT_ALLOWED.getStatusCode()
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.here()))
                        .build()
                : answer;
    }

    @ServerExceptionMapper
    Response any(Throwable failure, RoutingContext context) {
        return Refusals.in(failure).map(refusal -> answer(refusal, context)).orElseGet(() -> fault(failure, context));
    }

    private static Response fault(Throwable failure, RoutingContext context) {
        // A client that went away in the middle is nobody's fault, and nobody reads the answer.
        if (!context.response().closed()) {
            Exchange.logFault(context, failure);
        }
        return answer(Refusals.internal(), context);
    }

    private static Response answer(ProblemException refusal, RoutingContext context) {
        var problem = Problem.of(refusal, context);
        var body = problem.json();
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(body);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            // Without a body to count, the length must be said.
            answer.header(HttpHeaders.CONTENT_LENGTH, body.length);
        }
        refusal.headers().forEach(answer::header);
        return answer.build();
    }
}
