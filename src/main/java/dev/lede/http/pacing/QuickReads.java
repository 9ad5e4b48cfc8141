package dev.lede.http.pacing;

import dev.lede.http.manners.Manners;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has the reads that are quick by themselves worked on by {@link FewThreads} where the database shares the processors. With
 * as many threads as there are requests, as many of the database's processes take turns, and push each other out of the
 * processors' caches: each then takes half as much time again. Thread-safe, and never blocks.
 */
@Singleton
final class QuickReads {

    /** Lists of articles, single ones, and terms. What may go on for long, or takes pictures, is none of these. */
    private static final Pattern PATHS =
            Pattern.compile("/v1/(articles|summaries|archive|resolve|tags|categories|taxonomies)([/?].*)?");

    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*)");
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\]|)(:[0-9]*)?");

    private static final long PATIENCE_MILLIS = 2;

    private final int few;
    private final FewThreads threads;

    QuickReads(
            PacingConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        int processors = Runtime.getRuntime().availableProcessors();
        this.few = Math.min(connections, config.atOnce().orElse(isHere(database) ? processors + 1 : 0));
        this.threads = new FewThreads("reads", Math.max(1, few), connections, PATIENCE_MILLIS);
    }

    /** Whether a database is on this machine. */
    static boolean isHere(String url) {
        var hosts = HOSTS.matcher(url);
        return !hosts.lookingAt()
                || Arrays.stream(hosts.group(1).split(","))
                        .allMatch(host -> THIS_MACHINE.matcher(host).matches());
    }

    void register(@Observes Filters filters) {
        if (few > 0) {
            // What is in memory was answered before.
            filters.register(this::take, Manners.READY - 60);
        }
    }

    private void take(RoutingContext context) {
        var request = context.request();
        if (!isQuick(request)) {
            context.next();
            return;
        }
        // Nothing of a body may pass by meanwhile.
        request.pause();
        var exchange = ContextInternal.current();
        threads.execute(() -> exchange.dispatch(() -> {
            if (!context.response().closed()) {
                context.next();
            }
        }));
    }

    private static boolean isQuick(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && PATHS.matcher(request.uri()).matches();
    }
}
