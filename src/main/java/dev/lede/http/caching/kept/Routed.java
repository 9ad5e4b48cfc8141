package dev.lede.http.caching.kept;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.micrometer.runtime.binder.HttpCommonTags;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the metrics of requests which route an exchange would have taken, and how long it took. Thread-safe. */
final class Routed {

    private static final int UNCHANGED = 304;

    private final String route;
    private final String path;

    /** Looked up when first needed; that two threads may both do it does no harm. */
    private volatile @Nullable Timer whole;

    private volatile @Nullable Timer unchanged;

    /**
     * @param route a template such as {@code /v1/articles/{key}}; empty when there is none
     * @param path as it was asked for
     */
    Routed(String route, String path) {
        this.route = route;
        this.path = path;
    }

    /** Whether there is anything to tell. */
    boolean isKnown() {
        return !route.isEmpty();
    }

    /** Leaves it to the framework to measure an exchange. */
    void tell(RoutingContext context) {
        if (isKnown()
                && context.request() instanceof HttpServerRequestInternal request
                && request.metric() instanceof HttpRequestMetric metric) {
            metric.setTemplatePath(route);
        }
    }

    /** Notes a GET that the framework knows nothing of, where it would have noted it. */
    void ended(int status, long nanos) {
        var timer = status == UNCHANGED ? unchanged : whole;
        if (timer == null) {
            timer = timer(status);
            if (status == UNCHANGED) {
                unchanged = timer;
            } else {
                whole = timer;
            }
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(int status) {
        return Timer.builder("http.server.requests")
                .description("HTTP server request processing time")
                .tags(List.of(
                        Tag.of("method", "GET"),
                        HttpCommonTags.uri(route, path, status, false),
                        Outcome.forStatus(status).asTag(),
                        HttpCommonTags.status(status)))
                .register(Metrics.globalRegistry);
    }
}
