package dev.lede.access;

import dev.lede.access.limit.Address;
import dev.lede.access.limit.Limit;
import dev.lede.access.limit.RateLimits;
import dev.lede.http.caching.kept.Admission;
import dev.lede.http.manners.Manners;
import dev.lede.http.problem.ProblemException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the key of every request that needs a role, as far as its address tells, before anything else can be wrong
 * with it: neither its address nor its media type is looked at for those who may not ask. {@link AccessFilter} asks again
 * when the resource is known, whatever the address looks like. Thread-safe.
 */
@ApplicationScoped
class Gate {

    private final KeyRing keys;
    private final RateLimits limits;
    private final AccessConfig config;
    private final Admission admission;
    private Guards guards = new Guards(List.of());

    Gate(KeyRing keys, RateLimits limits, AccessConfig config, Admission admission) {
        this.keys = keys;
        this.limits = limits;
        this.config = config;
        this.admission = admission;
    }

    void register(@Observes Filters filters, BeanManager beans) {
        guards = Guards.of(beans, config.publicRead());
        filters.register(this::pass, Manners.GATE);
        if (limits.apply(Limit.READS)) {
            admission.by(this::isWithinLimit);
        }
    }

    /** Counts a read without a key for its address; one too many is told so on its ordinary way. */
    private boolean isWithinLimit(SocketAddress client) {
        try {
            limits.count(Limit.READS, Address.of(client));
            return true;
        } catch (ProblemException tooMany) {
            return false;
        }
    }

    private void pass(RoutingContext context) {
        var request = context.request();
        var required = request.method().equals(HttpMethod.OPTIONS)
                ? Optional.<Role>empty()
                : guards.required(request.method().name(), path(context), request.query());
        if (required.isEmpty()) {
            context.next();
            return;
        }
        var caller = new Caller(context, keys, limits, config);
        // The database may be asked. Nothing of the body may pass by meanwhile.
        request.pause();
        context.vertx()
                .executeBlocking(
                        () -> {
                            caller.count(Limit.ofMethod(request.method().name()));
                            caller.require(required.get());
                            return true;
                        },
                        false)
                .onSuccess(admitted -> context.next())
                .onFailure(context::fail);
    }

    /** As the framework will see it, where it can. */
    private static String path(RoutingContext context) {
        try {
            return context.normalizedPath();
        } catch (IllegalArgumentException malformed) {
            return context.request().path();
        }
    }
}
