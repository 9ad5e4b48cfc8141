package dev.lede.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Routes, parameters and statuses of the application and of {@code openapi.yaml} are the same. */
class RoutesTest {

    private static final List<Route> ROUTES = Route.all();
    private static final Map<String, Operation> OPERATIONS = Contract.file().operations().stream()
            .collect(Collectors.toMap(Operation::toString, Function.identity(), (one, other) -> one, TreeMap::new));

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> WRITES = Set.of("PUT", "POST", "PATCH", "DELETE");

    @Test
    void everyRouteIsInTheContractAndNothingElseIs() {
        assertThat(OPERATIONS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ROUTES.stream().map(Route::name).distinct().toList());
    }

    @TestFactory
    Stream<DynamicTest> takesTheParametersOfTheContract() {
        return each((route, operation) -> {
            assertThat(names(operation, "query", parameter -> !isRepeatable(parameter)))
                    .as("parameters that may stand once")
                    .isEqualTo(route.takenOnce());
            assertThat(names(operation, "query", RoutesTest::isRepeatable))
                    .as("parameters that may be repeated, and families")
                    .isEqualTo(route.takenRepeatedly());
            assertThat(operation.namesIn("path")).as("variables of the path").isEqualTo(variables(route.path()));
        });
    }

    // An array that is sent as a=1&a=2, or an object that is sent as family.a=1&family.b=2.
    private static boolean isRepeatable(JsonNode parameter) {
        return parameter.path("explode").asBoolean();
    }

    private static Set<String> names(Operation operation, String place, Predicate<JsonNode> which) {
        return operation.parametersIn(place).stream()
                .filter(which)
                .map(parameter -> parameter.get("name").asText()
                        + (parameter.at("/schema/type").asText().equals("object") ? ".*" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> variables(String path) {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Every list says how it is written: the default of OpenAPI would be repetition, which Lede does not take. */
    @TestFactory
    Stream<DynamicTest> saysHowListsAreWritten() {
        return each((route, operation) -> assertThat(operation.parametersIn("query"))
                .filteredOn(parameter -> Set.of("array", "object")
                        .contains(parameter.at("/schema/type").asText()))
                .allSatisfy(parameter -> {
                    assertThat(parameter.path("style").asText()).isEqualTo("form");
                    assertThat(parameter.has("explode")).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> declaresTheStatusesOfItsKind() {
        return each((route, operation) -> {
            assertThat(operation.responses().keySet()).contains("400", "406", "429", "503", "default");
            // Where reading is not public, every read needs a key.
            must(operation, !route.isOpen(), 401);
            must(operation, route.requiresRole() || operation.namesIn("query").contains("perspective"), 403);
            must(operation, mayMiss(route, operation), 404);
            must(operation, operation.namesIn("header").contains("If-Match"), 412);
            must(operation, route.takesBody(), 413, 415);
            must(operation, route.takesBody() && takesText(operation), 422);
            must(operation, route.verb().equals("GET") && !isEndless(operation), 304);
            must(operation, operation.namesIn("path").contains("key"), 300, 308);
            must(operation, operation.namesIn("path").contains("key") || goesOn(operation), 410);
            must(operation, false, 405, 500);
        });
    }

    @TestFactory
    Stream<DynamicTest> saysWhoNeedsAKey() {
        return each((route, operation) -> {
            assertThat(operation.needsKey()).isEqualTo(route.requiresRole());
            assertThat(WRITES.contains(route.verb()) && !operation.needsKey())
                    .as("a write that everybody may do")
                    .isFalse();
        });
    }

    @TestFactory
    Stream<DynamicTest> declaresTheConditionsOfReadsAndOfWritesToContent() {
        return each((route, operation) -> {
            if (isEndless(operation)) {
                return;
            }
            if (route.verb().equals("GET")
                    || route.path().startsWith("/v1/documents")
                    || route.path().startsWith("/v1/assets")) {
                assertThat(operation.namesIn("header")).contains("If-Match", "If-None-Match");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> describesItself() {
        return each((route, operation) -> {
            var node = Contract.file()
                    .root()
                    .at("/paths")
                    .get(operation.path())
                    .get(operation.method().toLowerCase(Locale.ROOT));
            assertThat(node.path("operationId").asText()).isNotEmpty();
            assertThat(node.path("summary").asText()).isNotEmpty();
            assertThat(node.path("description").asText()).isNotEmpty();
            assertThat(node.path("tags")).hasSize(1);
        });
    }

    @Test
    void namesEachOperationOnce() {
        assertThat(Contract.file().root().at("/paths").findValuesAsText("operationId"))
                .doesNotHaveDuplicates();
    }

    // From a place that the log may not reach back to any more.
    private static boolean goesOn(Operation operation) {
        return Set.of("/v1/changes", "/v1/events", "/v1/webhooks/{id}/replay").contains(operation.path());
    }

    // Of what has no end there is no validator.
    private static boolean isEndless(Operation operation) {
        return operation.responses().get("200") != null
                && operation.responses().get("200").path("content").has("text/event-stream");
    }

    // A PUT makes what is not there, but does not move it from there.
    private static boolean mayMiss(Route route, Operation operation) {
        return (!operation.namesIn("path").isEmpty() && !route.verb().equals("PUT"))
                || operation.namesIn("query").stream().anyMatch(Set.of("movedFrom", "url")::contains);
    }

    private static boolean takesText(Operation operation) {
        return operation.path().startsWith("/v1/documents");
    }

    private static void must(Operation operation, boolean due, int... statuses) {
        for (var status : statuses) {
            assertThat(operation.declares(status)).as("declares %d", status).isEqualTo(due);
        }
    }

    @FunctionalInterface
    private interface Agreement {
        void check(Route route, Operation operation);
    }

    private static Stream<DynamicTest> each(Agreement agreement) {
        // Routes without operation are told by one test, not by all.
        return ROUTES.stream()
                .flatMap(route -> Stream.ofNullable(OPERATIONS.get(route.name()))
                        .map(operation ->
                                DynamicTest.dynamicTest(route.name(), () -> agreement.check(route, operation))));
    }
}
