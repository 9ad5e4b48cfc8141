package dev.lede.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lede.http.problem.ProblemType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The application and {@code openapi.yaml} say no in the same ways. */
class ProblemTypesTest {

    private static final JsonNode COMPONENTS = Contract.file().root().get("components");

    @Test
    void everyTypeIsInTheContractAndNoOther() {
        assertThat(COMPONENTS.at("/schemas/ProblemType/enum").valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::urn)
                        .toList());
    }

    @Test
    void everyTypeHasAnExampleWithItsTitleAndStatus() {
        var shown = COMPONENTS
                .get("examples")
                .valueStream()
                .map(example -> example.get("value"))
                .filter(value -> value.path("type").asText().startsWith("urn:"))
                .collect(Collectors.groupingBy(
                        value -> value.get("type").asText(),
                        Collectors.mapping(
                                value -> value.get("status").asInt() + " "
                                        + value.get("title").asText(),
                                Collectors.toSet())));
        assertThat(shown)
                .isEqualTo(Arrays.stream(ProblemType.values())
                        .collect(Collectors.toMap(
                                ProblemType::urn, type -> Set.of(type.status() + " " + type.title()))));
    }
}
