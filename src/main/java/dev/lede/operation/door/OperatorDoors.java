package dev.lede.operation.door;

import dev.lede.http.caching.Answer;
import dev.lede.http.caching.DirectAnswers;
import dev.lede.http.manners.Manners;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.TransportProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The contract and the page that shows it, and what the framework serves under {@code /q}, held to what every answer of
 * Lede is: these doors are for reading alone, and what Lede brings has validators and is compressed. Thread-safe.
 */
@ApplicationScoped
class OperatorDoors {

    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final String ROOT = "/q/";
    private static final String PAGE = "/q/swagger-ui";
    private static final Pattern DOOR =
            Pattern.compile("/q/(openapi(\\.json|\\.ya?ml)?|metrics/?|health(/.*)?|swagger-ui(/.*)?)");
    private static final Pattern CONTRACT = Pattern.compile("/q/openapi(?:\\.(json|ya?ml))?");

    private final DirectAnswers answers;

    /** What has been asked for: it stays the same for as long as Lede runs. */
    private final Map<BroughtFile, Answer> read = new ConcurrentHashMap<>();

    OperatorDoors(DirectAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::open, Manners.READY);
    }

    private void open(RoutingContext context) {
        var path = context.normalizedPath();
        if (!path.startsWith(ROOT) || !DOOR.matcher(path).matches()) {
            context.next();
            return;
        }
        switch (context.request().method().name()) {
            case "GET", "HEAD" -> read(path, context);
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

    private void read(String path, RoutingContext context) {
        var contract = CONTRACT.matcher(path);
        if (contract.matches()) {
            contract(Optional.ofNullable(contract.group(1)), context);
        } else if (path.equals(PAGE)) {
            // Relative, as a proxy may have put something before the path that was asked for.
            context.response()
                    .setStatusCode(302)
                    .putHeader("Location", "swagger-ui/")
                    .end();
        } else {
            var name = path.substring(ROOT.length());
            BroughtFile.at(name.endsWith("/") ? name + "index.html" : name)
                    .ifPresentOrElse(file -> send(context, file, UnaryOperator.identity()), context::next);
        }
    }

    private void contract(Optional<String> extension, RoutingContext context) {
        var asked = extension
                .or(() -> Optional.ofNullable(context.request().getParam("format")))
                .or(() -> Optional.ofNullable(context.request().getHeader("Accept")))
                .orElse("");
        var json = asked.toLowerCase(Locale.ROOT).contains("json");
        send(
                context,
                json ? BroughtFile.CONTRACT_JSON : BroughtFile.CONTRACT,
                extension.isPresent() ? UnaryOperator.identity() : answer -> answer.varyingBy("Accept"));
    }

    private void send(RoutingContext context, BroughtFile file, UnaryOperator<Answer> negotiated) {
        var ready = read.get(file);
        if (ready != null) {
            answers.send(context, negotiated.apply(ready));
            return;
        }
        context.vertx()
                .executeBlocking(() -> read.computeIfAbsent(file, BroughtFile::read))
                .onSuccess(answer -> answers.send(context, negotiated.apply(answer)))
                .onFailure(context::fail);
    }
}
