package dev.lede.article;

import dev.lede.access.Caller;
import dev.lede.access.Role;
import dev.lede.article.query.LanguageConfig;
import dev.lede.article.query.Perspective;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Reads {@code perspective} and {@code asOf}, which take a key that may preview. */
@ApplicationScoped
class PerspectiveOfCaller {

    private static final Map<String, Perspective> PERSPECTIVES =
            Map.of("published", Perspective.PUBLISHED, "all", Perspective.ALL);

    private final Caller caller;
    private final LanguageConfig language;

    PerspectiveOfCaller(Caller caller, LanguageConfig language) {
        this.caller = caller;
        this.language = language;
    }

    /**
     * What the client may and wants to see. What is wrong with it is noted with the parameters.
     *
     * @throws dev.lede.http.problem.ProblemException when its key does not hold the role
     */
    Perspective of(Parameters parameters) {
        if (parameters.has("asOf")) {
            caller.require(Role.PREVIEW);
            if (parameters.has("perspective")) {
                parameters.refuse(
                        Violation.ofParameter("perspective", "\"perspective\" and \"asOf\" cannot stand together."));
            }
            return parameters
                    .moment("asOf", language.timeZone())
                    .map(Perspective::asOf)
                    .orElse(Perspective.PUBLISHED);
        }
        var perspective = parameters.oneOf("perspective", PERSPECTIVES, Perspective.PUBLISHED);
        if (!perspective.isPublic()) {
            caller.require(Role.PREVIEW);
        }
        return perspective;
    }
}
