package dev.lede.http.caching.kept;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/** Tells the metrics of requests which route an exchange would have taken. */
final class Routed {

    private Routed() {}

    /** @param route a template such as {@code /v1/articles/{key}}; nothing is told when it is empty */
    static void to(RoutingContext context, String route) {
        if (!route.isEmpty()
                && context.request() instanceof HttpServerRequestInternal request
                && request.metric() instanceof HttpRequestMetric metric) {
            metric.setTemplatePath(route);
        }
    }
}
