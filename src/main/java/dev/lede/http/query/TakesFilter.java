package dev.lede.http.query;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;

/** Holds every request to the parameters that its resource method takes. */
@Provider
@Priority(Priorities.USER) // after the roles: who may not ask is not told how to
final class TakesFilter implements ContainerRequestFilter {

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    /** What is allowed stands in annotations, which take longer to read than to check against. */
    private final ConcurrentHashMap<Method, Allowed> known = new ConcurrentHashMap<>();

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var violations =
                known.computeIfAbsent(resource.getResourceMethod(), Allowed::by).violations(given);
        if (!violations.isEmpty()) {
            throw Parameters.refusal(violations);
        }
    }
}
