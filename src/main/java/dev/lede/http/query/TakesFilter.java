package dev.lede.http.query;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Holds every request to the parameters that its resource method takes. */
@Provider
@Priority(Priorities.USER) // after the roles: who may not ask is not told how to
final class TakesFilter implements ContainerRequestFilter {

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var violations = Allowed.by(resource.getResourceMethod()).violations(given);
        if (!violations.isEmpty()) {
            throw Parameters.refusal(violations);
        }
    }
}
