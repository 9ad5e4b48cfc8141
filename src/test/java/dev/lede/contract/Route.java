package dev.lede.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lede.access.Public;
import dev.lede.access.Requires;
import dev.lede.http.query.Takes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A resource method of the application: what is served, whatever the contract says. */
record Route(String path, Method method) {

    /** Every route of the application itself, not those that tests add. */
    static List<Route> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.lede").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> verb(method).isPresent())
                        .map(method -> new Route(path(method), method))
                        .toList();
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    // The contract has variables without patterns, and no slash at the end.
    private static String path(Method method) {
        var path = "/" + pathOf(method.getDeclaringClass()) + "/" + pathOf(method);
        var plain = path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String pathOf(AnnotatedElement annotated) {
        var path = annotated.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    String verb() {
        return verb(method).orElseThrow();
    }

    /** As {@link Operation#toString}. */
    String name() {
        return verb() + " " + path;
    }

    /** Whether nobody may without a role, whatever the parameters. */
    boolean requiresRole() {
        return Stream.of(method, method.getDeclaringClass())
                .flatMap(annotated -> Stream.ofNullable(annotated.getAnnotation(Requires.class)))
                .anyMatch(requires -> requires.with().length == 0);
    }

    /** Whether nobody ever needs a key. */
    boolean isOpen() {
        return method.isAnnotationPresent(Public.class)
                || method.getDeclaringClass().isAnnotationPresent(Public.class);
    }

    boolean takesBody() {
        return method.isAnnotationPresent(Consumes.class);
    }

    Set<String> takenOnce() {
        return taken(Takes::value);
    }

    Set<String> takenRepeatedly() {
        return taken(Takes::repeatable);
    }

    // On the method itself, or on an annotation that stands for several parameters, and maybe for such another one.
    private Set<String> taken(Function<Takes, String[]> which) {
        return takes(method, new HashSet<>())
                .flatMap(takes -> Arrays.stream(which.apply(takes)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Takes> takes(AnnotatedElement annotated, Set<Class<?>> seen) {
        return Arrays.stream(annotated.getAnnotations())
                .map(Annotation::annotationType)
                .filter(seen::add)
                .filter(type -> !type.equals(Takes.class))
                .flatMap(type -> takes(type, seen))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        brought -> Stream.concat(
                                Stream.ofNullable(annotated.getAnnotation(Takes.class)), brought.stream())));
    }
}
