package dev.lede.http.manners;

import dev.lede.http.problem.AllowedMethods;
import dev.lede.http.problem.Problem;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers {@code OPTIONS} with the methods of that very resource, RFC 9110 §9.3.7. */
final class OptionsFilter {

    @ServerResponseFilter
    void apply(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS) || response.getStatus() >= 300) {
            return;
        }
        var methods = AllowedMethods.here();
        if (methods.equals(Set.of(HttpMethod.OPTIONS))) {
            // The framework looks no further than for the class.
            var problem = Problem.of(new ProblemException(ProblemType.NOT_FOUND, "Nothing is here."), context);
            response.getHeaders().remove(HttpHeaders.ALLOW);
            response.setStatus(problem.status());
            response.setEntity(problem.json(), new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
        } else {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
        }
    }
}
