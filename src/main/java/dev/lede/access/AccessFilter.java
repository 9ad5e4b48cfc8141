package dev.lede.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Holds every request to the role that its resource method requires. */
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
        required().ifPresentOrElse(caller::require, caller::requireToRead);
    }

    private Optional<Role> required() {
        var onMethod = resource.getResourceMethod().getAnnotation(Requires.class);
        if (onMethod != null) {
            return Optional.of(onMethod.value());
        }
        var onClass = resource.getResourceClass().getAnnotation(Requires.class);
        if (onClass != null) {
            return Optional.of(onClass.value());
        }
        return Optional.empty();
    }
}
