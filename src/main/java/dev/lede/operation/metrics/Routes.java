package dev.lede.operation.metrics;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The routes there are: what stands in {@code @Path} of the resources. */
final class Routes {

    @Produces
    @Singleton
    MeterFilter requestLabels(BeanManager beans) {
        return new RequestLabels(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(bean -> ofResource(bean.getBeanClass()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    static Stream<String> ofResource(Class<?> type) {
        var root = type.getAnnotation(Path.class);
        if (root == null) {
            return Stream.empty();
        }
        var ofMethods = List.of(type.getDeclaredMethods()).stream()
                .map(method -> method.getAnnotation(Path.class))
                .map(path -> path == null ? "" : path.value());
        return ofMethods
                .map(path -> ("/" + root.value() + "/" + path).replaceAll("/{2,}", "/"))
                .map(path -> path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                .map(RequestLabels::withoutExpressions);
    }
}
