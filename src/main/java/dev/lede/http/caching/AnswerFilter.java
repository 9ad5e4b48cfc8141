package dev.lede.http.caching;

import dev.lede.http.problem.Problem;
import dev.lede.http.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Turns an {@link Answer} of a resource into HTTP. */
final class AnswerFilter {

    private static final Annotation[] NO_ANNOTATIONS = {};

    private final CacheConfig config;
    private final Clock clock;
    private final Keeper keeper;

    AnswerFilter(CacheConfig config, Clock clock, Keeper keeper) {
        this.config = config;
        this.clock = clock;
        this.keeper = keeper;
    }

    @ServerResponseFilter
    void apply(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        if (!(response.getEntity() instanceof Answer answer)) {
            return;
        }
        keeper.keep(context, response.getStatus(), answer);
        var asked = new Outgoing.Asked(
                request.getMethod(), response.getStatus(), request::getHeaderString, Privacy.isMarked(context));
        try {
            write(answer, Outgoing.of(answer, asked, config, clock.instant()), response);
        } catch (ProblemException refusal) {
            // Thrown on from here, it would be written as if it were the answer.
            refuse(refusal, response, context);
        }
    }

    private static void write(Answer answer, Outgoing outgoing, ContainerResponseContext response) {
        // Setting status or entity makes another response with all fields that there are, so these come last.
        if (response.getStatus() != outgoing.status()) {
            response.setStatus(outgoing.status());
        }
        if (outgoing.body() == null) {
            response.setEntity(null);
        } else {
            response.setEntity(outgoing.body(), NO_ANNOTATIONS, type(answer.mediaType()));
        }
        var headers = response.getHeaders();
        answer.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
        outgoing.fields().forEach(headers::putSingle);
    }

    private static MediaType type(String name) {
        return name.equals(MediaType.APPLICATION_JSON) ? MediaType.APPLICATION_JSON_TYPE : MediaType.valueOf(name);
    }

    private static void refuse(ProblemException refusal, ContainerResponseContext response, RoutingContext context) {
        var problem = Problem.of(refusal, context);
        response.getHeaders().clear();
        refusal.headers().forEach(response.getHeaders()::putSingle);
        response.setStatus(problem.status());
        response.setEntity(problem.json(), new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
    }
}
