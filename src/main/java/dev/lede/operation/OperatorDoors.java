package dev.lede.operation;

import dev.lede.http.caching.Answer;
import dev.lede.http.caching.DirectAnswers;
import dev.lede.http.manners.Manners;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.TransportProblems;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What the framework serves under {@code /q}, held to what every answer of Lede is: these doors are for reading alone,
 * and the contract has validators and is compressed like any other text. Thread-safe.
 */
@ApplicationScoped
class OperatorDoors {

    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final Pattern DOOR =
            Pattern.compile("/q/(openapi(\\.json|\\.ya?ml)?|metrics/?|health(/.*)?|swagger-ui(/.*)?)");
    private static final Pattern CONTRACT = Pattern.compile("/q/openapi(?:\\.(json|ya?ml))?");

    private final DirectAnswers answers;
    private final OpenApiDocumentService contract;

    /** By format: it stays the same for as long as Lede runs. */
    private final Map<Format, Answer> written = new ConcurrentHashMap<>();

    OperatorDoors(DirectAnswers answers, OpenApiDocumentService contract) {
        this.answers = answers;
        this.contract = contract;
    }

    void register(@Observes Filters filters) {
        filters.register(this::open, Manners.READY);
    }

    private void open(RoutingContext context) {
        var path = context.normalizedPath();
        if (!path.startsWith("/q/") || !DOOR.matcher(path).matches()) {
            context.next();
            return;
        }
        switch (context.request().method().name()) {
            case "GET", "HEAD" ->
                contract(path, context).ifPresentOrElse(answer -> answers.send(context, answer), context::next);
            case "OPTIONS" ->
                context.response()
                        .setStatusCode(204)
                        .putHeader("Allow", METHODS)
                        .end();
            default ->
                TransportProblems.answer(
                        context,
                        new ProblemException(
                                        ProblemType.METHOD_NOT_ALLOWED, "This address is for reading: " + METHODS + ".")
                                .withHeader("Allow", METHODS));
        }
    }

    private Optional<Answer> contract(String path, RoutingContext context) {
        var matcher = CONTRACT.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var extension = matcher.group(1);
        if (extension != null) {
            return Optional.of(written(extension.equals("json") ? Format.JSON : Format.YAML));
        }
        var asked = Optional.ofNullable(context.request().getParam("format"))
                .or(() -> Optional.ofNullable(context.request().getHeader("Accept")))
                .orElse("");
        var json = asked.toLowerCase(Locale.ROOT).contains("json");
        return Optional.of(written(json ? Format.JSON : Format.YAML).varyingBy("Accept"));
    }

    private Answer written(Format format) {
        return written.computeIfAbsent(
                format,
                wanted -> Answer.of(
                        wanted.getMimeType() + ";charset=UTF-8",
                        contract.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, wanted)));
    }
}
