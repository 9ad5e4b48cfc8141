package dev.lede.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which role each route needs, read from the annotations of all resources: known before the framework has looked at
 * anything but the address. Immutable.
 */
record Guards(List<Guard> all) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+(?::\\s*([^}]*))?}");

    /**
     * @param with a parameter, or a parameter and its value, one of which the query must have; empty when the role is
     *     always needed
     */
    record Guard(String method, Pattern path, Role role, Set<String> with) {

        boolean holds(String asked, String address, Set<String> query) {
            return method.equals(asked)
                    && (with.isEmpty() || with.stream().anyMatch(query::contains))
                    && path.matcher(address).matches();
        }
    }

    static Guards of(BeanManager beans, boolean publicRead) {
        return new Guards(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .flatMap(method -> of(method, publicRead))
                .toList());
    }

    static Stream<Guard> of(Method method, boolean publicRead) {
        var type = method.getDeclaringClass();
        var verb = Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(HttpMethod::value)
                .findFirst();
        if (verb.isEmpty()) {
            return Stream.empty();
        }
        var path = pattern(type.getAnnotation(Path.class), method.getAnnotation(Path.class));
        var always = always(method).or(() -> publicRead || isOpen(method) ? Optional.empty() : Optional.of(Role.READ));
        var sometimes = annotation(Requires.class, method).filter(requires -> requires.with().length > 0);
        return Stream.concat(
                always.stream().map(role -> new Guard(verb.get(), path, role, Set.of())),
                sometimes.stream().map(role -> new Guard(verb.get(), path, role.value(), Set.of(role.with()))));
    }

    /** The role without which this method is never called. */
    static Optional<Role> always(Method method) {
        return annotation(Requires.class, method)
                .filter(requires -> requires.with().length == 0)
                .map(Requires::value);
    }

    /** Whether a method that requires no role is open to everybody, even where reading is not public. */
    static boolean isOpen(Method method) {
        return annotation(Public.class, method).isPresent();
    }

    /** The method's own, one that an annotation of the method brings, else the class's. */
    private static <A extends Annotation> Optional<A> annotation(Class<A> type, Method method) {
        return Optional.ofNullable(method.getAnnotation(type))
                .or(() -> Stream.of(method.getAnnotations())
                        .flatMap(brings ->
                                Stream.ofNullable(brings.annotationType().getAnnotation(type)))
                        .findFirst())
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(type)));
    }

    private static Pattern pattern(Path ofType, @Nullable Path ofMethod) {
        var template = "/" + ofType.value() + "/" + (ofMethod == null ? "" : ofMethod.value());
        var path = template.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
        var expression = new StringBuilder();
        var matcher = VARIABLE.matcher(path);
        int done = 0;
        while (matcher.find()) {
            expression.append(Pattern.quote(path.substring(done, matcher.start())));
            expression.append(matcher.group(1) == null ? "[^/]+" : matcher.group(1));
            done = matcher.end();
        }
        return Pattern.compile(expression.append(Pattern.quote(path.substring(done))) + "/?");
    }

    /**
     * The greatest role that a request needs, as far as its address tells.
     *
     * @param path percent-encoded, and of any form
     * @param query the same, or null
     */
    Optional<Role> required(String method, String path, @Nullable String query) {
        var verb = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        var given = given(query);
        return all.stream()
                .filter(guard -> guard.holds(verb, path, given))
                .map(Guard::role)
                .max(Comparator.naturalOrder());
    }

    private static Set<String> given(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Set.of();
        }
        return Stream.of(query.split("&"))
                .map(Guards::decoded)
                .flatMap(parameter -> Stream.of(parameter, parameter.split("=", 2)[0]))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameter, UTF_8);
        } catch (IllegalArgumentException malformed) {
            // It will be refused, but only to those who may ask.
            return parameter;
        }
    }
}
