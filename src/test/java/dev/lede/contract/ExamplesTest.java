package dev.lede.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.fge.jsonschema.core.exceptions.ProcessingException;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@code openapi.yaml} shows is what it says: every example is valid by the schema beside it. */
class ExamplesTest {

    private static final JsonNode ROOT = Contract.file().root();

    /** An example, and where the schema stands that it is one of. */
    private record Example(String place, String schema, JsonNode value) {}

    @TestFactory
    Stream<DynamicTest> everyExampleIsValid() {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.place(),
                        () -> assertThat(faults(example.schema(), example.value()))
                                .isEmpty()));
    }

    @Test
    void thereAreExamplesOfEverything() {
        var places = examples().stream().map(Example::place).toList();
        Contract.file().operations().stream()
                .flatMap(operation -> operation.responses().values().stream())
                .flatMap(response -> response.path("content").valueStream())
                .forEach(content -> assertThat(content.path("examples"))
                        .as("examples of %s", content)
                        .isNotEmpty());
        assertThat(places).hasSizeGreaterThan(100);
    }

    @Test
    void everyExampleIsShownSomewhere() {
        var shown = new TreeSet<>(ROOT.findValuesAsText("$ref"));
        assertThat(ROOT.at("/components").properties().stream()
                        .filter(kind -> !kind.getKey().equals("securitySchemes"))
                        .flatMap(kind -> kind.getValue().properties().stream()
                                .map(part -> "#/components/" + kind.getKey() + "/" + part.getKey())))
                .isSubsetOf(shown);
    }

    @Test
    void aWrongExampleIsFound() throws ProcessingException {
        assertThat(faults("/components/schemas/Page", TextNode.valueOf("x"))).isNotEmpty();
        assertThat(faults("/components/schemas/Term", ROOT.at("/components/examples/Article/value")))
                .isNotEmpty();
    }

    @Test
    void theExampleOfAProblemHasTheStatusOfItsAnswer() {
        for (var operation : Contract.file().operations()) {
            operation
                    .responses()
                    .forEach((status, response) -> response.at("/content/application~1problem+json/examples")
                            .forEach(example -> {
                                var shown = Contract.resolved(ROOT, example)
                                        .at("/value/status")
                                        .asText();
                                assertThat(shown).isEqualTo(status.equals("default") ? shown : status);
                            }));
        }
    }

    private static List<String> faults(String schema, JsonNode value) throws ProcessingException {
        var report = JsonSchemaFactory.byDefault().getJsonSchema(ROOT, schema).validate(value);
        var faults = new ArrayList<String>();
        if (!report.isSuccess()) {
            report.forEach(message -> faults.add(message.toString()));
        }
        return faults;
    }

    private static List<Example> examples() {
        var found = new ArrayList<Example>();
        collect(ROOT, "", found);
        return found;
    }

    private static final Set<String> NOT_LOOKED_INTO = Set.of("example", "examples", "value");

    private static void collect(JsonNode node, String place, List<Example> found) {
        if (node.has("schema") && node.has("example")) {
            found.add(new Example(place, place + "/schema", node.get("example")));
        }
        if (node.has("schema")) {
            node.path("examples")
                    .properties()
                    .forEach(example -> found.add(new Example(
                            place + "/" + example.getKey(),
                            place + "/schema",
                            Contract.resolved(ROOT, example.getValue()).get("value"))));
        }
        if (node.has("type") && node.has("example")) {
            found.add(new Example(place, place, node.get("example")));
        }
        node.properties().stream()
                .filter(member -> !NOT_LOOKED_INTO.contains(member.getKey()))
                .forEach(member -> collect(
                        member.getValue(),
                        place + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                        found));
    }
}
