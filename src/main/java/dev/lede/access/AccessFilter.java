package dev.lede.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Optional;

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
        var required = annotation(Requires.class);
        if (required.isPresent()) {
            caller.require(required.get().value());
        } else if (annotation(Public.class).isEmpty()) {
            caller.requireToRead();
        }
        caller.count(Limit.ofMethod(request.getMethod()));
    }

    /** The method's own, else its class's. */
    private <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(type))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(type)));
    }
}
