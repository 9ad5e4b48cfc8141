package dev.lede.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Holds answers to the contract: status, media type, header fields, body. Thread-safe. */
final class AnswerCheck {

    /** Only these may come by way of {@code default}: they are no matter of any one operation. */
    private static final Set<Integer> ANYWHERE = Set.of(405, 414, 431, 500);

    /** What clients may rely on where it is declared, and where it is not must not be. */
    private static final List<String> PROMISES = List.of(
            "ETag",
            "Link",
            "Location",
            "Allow",
            "WWW-Authenticate",
            "Retry-After",
            "RateLimit",
            "RateLimit-Policy",
            "Lede-Revision",
            "CDN-Cache-Control",
            "Cache-Tag");

    private final Contract contract;
    private final OpenApiInteractionValidator whole;
    private final OpenApiInteractionValidator chosen;

    AnswerCheck(Contract contract) {
        this.contract = contract;
        this.chosen = validator(contract.root());
        this.whole = validator(withoutParts(contract.root()));
    }

    private static OpenApiInteractionValidator validator(JsonNode root) {
        return OpenApiInteractionValidator.createForInlineApiSpecification(root.toString())
                .withLevelResolver(LevelResolver.create()
                        // The file says itself where members may be added.
                        .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    /** The contract for requests that do not choose members: where a part would do as well, the whole is due. */
    private static JsonNode withoutParts(JsonNode root) {
        var strict = root.deepCopy();
        strict.at("/components/schemas").properties().stream()
                .filter(schema -> schema.getValue().path("anyOf").toString().contains("ArticlePart"))
                .forEach(schema -> ((ObjectNode) strict.at("/components/schemas"))
                        .set(schema.getKey(), schema.getValue().get("anyOf").get(0)));
        return strict;
    }

    /** What the contract does not allow in this answer, each as a sentence. */
    List<String> faults(Answer answer) {
        if (answer.method().equals("OPTIONS")) {
            return List.of();
        }
        var faults = new ArrayList<>(faultsAt(contract.at(answer.path()), answer));
        // The contract cannot say so: the answers of / and of /v1 are described together.
        if (isOurs(answer) && answer.header("Lede-Revision").isEmpty()) {
            faults.add("Lede-Revision is missing.");
        }
        return faults;
    }

    private List<String> faultsAt(List<Operation> there, Answer answer) {
        if (there.isEmpty()) {
            return nowhere(answer);
        }
        var method = answer.method().equals("HEAD") ? "GET" : answer.method();
        return there.stream()
                .filter(operation -> operation.method().equals(method))
                .findFirst()
                .map(operation -> of(operation, answer))
                .orElseGet(() -> refused(there.get(0), 405, answer));
    }

    private static boolean isOurs(Answer answer) {
        return answer.path().equals("/v1") || answer.path().startsWith("/v1/");
    }

    private List<String> nowhere(Answer answer) {
        if (!isOurs(answer)) {
            return List.of();
        }
        return answer.status() < 400
                ? List.of("There is no such path in the contract.")
                : refused(contract.operations().get(0), answer.status(), answer);
    }

    /** Of what is no operation there is nothing but a problem to be had. */
    private List<String> refused(Operation any, int due, Answer answer) {
        var faults = new ArrayList<String>();
        if (answer.status() != due) {
            faults.add("The contract has no " + answer.method() + " here, so that the status must be " + due + ".");
        }
        // By way of "default", which describes a problem of any status.
        report(whole, any, answer, 499).forEach(faults::add);
        return faults;
    }

    private List<String> of(Operation operation, Answer answer) {
        var faults = new ArrayList<String>();
        if (!operation.declares(answer.status()) && !ANYWHERE.contains(answer.status())) {
            faults.add("The status is none of " + operation.responses().keySet() + ".");
        }
        PROMISES.stream()
                .filter(name -> answer.header(name).isPresent()
                        && !operation.headersOf(answer.status()).contains(name))
                .map(name -> name + " is not declared for this status.")
                .forEach(faults::add);
        report(answer.isChosen() ? chosen : whole, operation, answer, answer.status())
                .forEach(faults::add);
        return faults;
    }

    private static Stream<String> report(
            OpenApiInteractionValidator validator, Operation operation, Answer answer, int status) {
        var response = new SimpleResponse.Builder(status);
        answer.headers().forEach(response::withHeader);
        // Of what is no JSON there is nothing to check but its media type.
        var opaque = answer.header("Content-Type")
                .filter(type -> !type.contains("json"))
                .isPresent();
        if (!opaque && !answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        var bodiless = opaque || answer.method().equals("HEAD");
        return validator
                .validateResponse(operation.plainAddress(), Method.valueOf(operation.method()), response.build())
                .getMessages()
                .stream()
                .filter(message -> !(bodiless && message.getKey().equals("validation.response.body.missing")))
                .map(message -> message.getMessage() + " " + String.join(" ", message.getAdditionalInfo()));
    }
}
