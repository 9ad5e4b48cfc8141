package dev.lede.access;

import dev.lede.access.limit.Limit;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Holds every request to the role that its resource method requires, and to how often its client may ask. */
@Provider
@Priority(Priorities.AUTHENTICATION)
final class AccessFilter implements ContainerRequestFilter {

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    private final Caller caller;

    AccessFilter(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            return;
        }
        // Whoever is refused has asked, too.
        caller.count(Limit.ofMethod(request.getMethod()));
        var method = resource.getResourceMethod();
        Guards.always(method).ifPresentOrElse(caller::require, () -> {
            if (!Guards.isOpen(method)) {
                caller.requireToRead();
            }
        });
    }
}
