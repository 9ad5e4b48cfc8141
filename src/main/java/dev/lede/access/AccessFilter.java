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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Holds every request to the role that its resource method requires. */
@Provider
@Priority(Priorities.AUTHENTICATION)
final class AccessFilter implements ContainerRequestFilter {

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    private final Caller caller;
    private final boolean publicRead;

    AccessFilter(Caller caller, @ConfigProperty(name = "lede.public-read", defaultValue = "true") boolean publicRead) {
        this.caller = caller;
        this.publicRead = publicRead;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            return;
        }
        required().ifPresent(caller::require);
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
        return publicRead ? Optional.empty() : Optional.of(Role.READ);
    }
}
