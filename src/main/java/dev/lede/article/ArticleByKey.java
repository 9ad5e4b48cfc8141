package dev.lede.article;

import dev.lede.article.key.ArticleKey;
import dev.lede.article.key.KeyedArticles;
import dev.lede.article.key.KeyedArticles.Asked;
import dev.lede.article.key.KeyedArticles.Found;
import dev.lede.article.key.KeyedArticles.Moved;
import dev.lede.article.key.ReaderLanguages;
import dev.lede.article.query.LanguageConfig;
import dev.lede.article.view.Representation;
import dev.lede.article.view.Shape;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.LanguageTags;
import dev.lede.http.query.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/** One article by its id or slug as an answer. */
@ApplicationScoped
class ArticleByKey {

    private final KeyedArticles articles;
    private final PerspectiveOfCaller perspectives;
    private final String defaultLanguage;

    ArticleByKey(KeyedArticles articles, PerspectiveOfCaller perspectives, LanguageConfig language) {
        this.articles = articles;
        this.perspectives = perspectives;
        this.defaultLanguage = language.defaultLanguage();
    }

    /**
     * A request as it came.
     *
     * @param key as it stands in the address
     */
    record Request(String key, UriInfo uri, HttpHeaders headers, Parameters parameters) {

        static Request of(String key, UriInfo uri, HttpHeaders headers) {
            return new Request(key, uri, headers, Parameters.of(uri.getQueryParameters()));
        }
    }

    /**
     * The article, those to choose among (300) when the slug is several's in the reader's best language, or where it is
     * now (308).
     *
     * @throws ProblemException {@code not-found}, or {@code gone} when it was deleted
     */
    RestResponse<Answer> answer(Request request, Representation representation) {
        var parameters = request.parameters();
        var perspective = perspectives.of(parameters);
        var languages = LanguageTags.of(parameters, "lang");
        parameters.refuseIfAny();
        var asked = new Asked(
                ArticleKey.parse(request.key()),
                ReaderLanguages.of(languages, request.headers(), defaultLanguage),
                perspective);
        var found = articles.find(asked, representation);
        return switch (found.candidates().size()) {
            case 0 -> elsewhere(asked, request.uri());
            case 1 ->
                answer(
                        RestResponse.Status.OK,
                        found,
                        Answer.of(representation.mediaType(), found.candidates().get(0)));
            default -> choice(asked);
        };
    }

    private RestResponse<Answer> choice(Asked asked) {
        var found = articles.find(asked, Shape.CARD);
        var cards = found.candidates().stream()
                .map(card -> new String(card, StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        return answer(RestResponse.Status.MULTIPLE_CHOICES, found, Answer.json(cards.getBytes(StandardCharsets.UTF_8)));
    }

    private static RestResponse<Answer> answer(RestResponse.Status status, Found found, Answer answer) {
        var placed = found.answer(answer);
        return RestResponse.ResponseBuilder.create(
                        status, found.byHeader() ? placed.varyingBy(HttpHeaders.ACCEPT_LANGUAGE) : placed)
                .build();
    }

    private RestResponse<Answer> elsewhere(Asked asked, UriInfo uri) {
        var former = articles.former(asked)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "No article has the id or slug \"" + asked.key().value() + "\"."));
        if (former instanceof Moved moved) {
            var answer = moved.snapshot()
                    .answer(Answer.of("text/plain;charset=UTF-8", new byte[0]))
                    .header(HttpHeaders.LOCATION, location(uri, moved.key().value()))
                    // Who was called so before may come back without a trace in what this was made from.
                    .madeAnew();
            return RestResponse.ResponseBuilder.create(
                            RestResponse.Status.PERMANENT_REDIRECT,
                            moved.byHeader() ? answer.varyingBy(HttpHeaders.ACCEPT_LANGUAGE) : answer)
                    .build();
        }
        throw new ProblemException(ProblemType.GONE, "This article was deleted.");
    }

    /** The address that was asked for, with another key in its last segment. */
    private static String location(UriInfo uri, String key) {
        var path = uri.getRequestUri().getRawPath();
        var query = uri.getRequestUri().getRawQuery();
        // A slug may hold any letter, and a template's braces.
        var segment = UriBuilder.fromPath("/").segment("{key}").build(key).getRawPath();
        return path.substring(0, path.lastIndexOf('/')) + segment + (query == null ? "" : "?" + query);
    }
}
