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
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds every request to the role that its resource method requires, and to how often its client may ask. */
@Provider
@Priority(Priorities.AUTHENTICATION)
final class AccessFilter implements ContainerRequestFilter {

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    private final Caller caller;
    private final ConcurrentHashMap<Method, Needs> known = new ConcurrentHashMap<>();

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
        var needs = known.computeIfAbsent(resource.getResourceMethod(), Needs::of);
        needs.role().ifPresentOrElse(caller::require, () -> {
            if (!needs.isOpen()) {
                caller.requireToRead();
            }
        });
    }

    /** What a resource method needs, which takes longer to find out than to ask for. */
    private record Needs(Optional<Role> role, boolean isOpen) {
        static Needs of(Method method) {
            return new Needs(Guards.always(method), Guards.isOpen(method));
        }
    }
}
