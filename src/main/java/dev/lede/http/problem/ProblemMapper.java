package dev.lede.http.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
        var allowed = meant.getHeaders().get(HttpHeaders.ALLOW);
        return allowed == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, joined(allowed))
                        .build();
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
        var problem = Problem.of(refusal, Exchange.instance(context), Exchange.requestId(context));
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    private static String joined(List<Object> values) {
        return String.join(", ", values.stream().map(String::valueOf).toList());
    }
}
