package dev.lede.operation.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the labels of request timings to what Lede has: its routes and the methods of HTTP. What is refused before it
 * reaches a route would otherwise be known by whatever address and method a client made up, one series for each.
 */
record RequestLabels(Set<String> routes) implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER");

    /** What the framework calls requests that reached no route. */
    private static final Set<String> FALLBACKS = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root", "/");

    private static final String OTHER = "OTHER";

    /** {@code {path: .+}}: the expression says nothing to whoever reads the label. */
    private static final Pattern EXPRESSION = Pattern.compile("\\{(\\w+):[^}]*}");

    /** From an answer out of the cache to one that somebody complains about. */
    private static final double[] BUCKETS = List.of(5, 20, 50, 100, 250, 1_000, 5_000).stream()
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    RequestLabels {
        routes = Set.copyOf(routes);
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().equals(REQUESTS)) {
            return id;
        }
        return id.replaceTags(id.getTags().stream().map(this::bounded).toList());
    }

    private Tag bounded(Tag tag) {
        return switch (tag.getKey()) {
            case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of("method", OTHER);
            case "uri" -> Tag.of("uri", route(tag.getValue()));
            default -> tag;
        };
    }

    private String route(String uri) {
        var route = withoutExpressions(uri);
        return routes.contains(route) || FALLBACKS.contains(route) ? route : OTHER;
    }

    static String withoutExpressions(String route) {
        return EXPRESSION.matcher(route).replaceAll("{$1}");
    }

    @Override
    public @Nullable DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        if (!id.getName().equals(REQUESTS)) {
            return config;
        }
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BUCKETS)
                .build()
                .merge(config);
    }
}
