package dev.lede.article;

import dev.lede.article.Articles.Found;
import dev.lede.article.query.Perspective;
import dev.lede.article.view.Shape;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/** One article by its id or slug as an answer. */
@ApplicationScoped
class ArticleByKey {

    private final Articles articles;
    private final ArticleLists lists;
    private final ReaderLanguages languages;

    ArticleByKey(Articles articles, ArticleLists lists, ReaderLanguages languages) {
        this.articles = articles;
        this.lists = lists;
        this.languages = languages;
    }

    /** The article, or those to choose among (300) when the slug is several's in the reader's best language. */
    RestResponse<Answer> answer(String key, Parameters parameters, Shape shape, HttpHeaders headers) {
        var perspective = lists.perspective(parameters);
        var asked = parameters.list("lang");
        parameters.refuseIfAny();
        var named = ArticleKey.parse(key);
        var wanted = languages.of(asked, headers);
        var found = articles.find(named, wanted, perspective, shape);
        if (found.candidates().isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "No article has the id or slug \"" + key + "\".");
        }
        var several = found.candidates().size() > 1;
        var answer = several
                ? choice(named, wanted, perspective)
                : answer(found, found.candidates().get(0));
        var negotiated = found.several() ? answer.varyingBy(HttpHeaders.ACCEPT_LANGUAGE) : answer;
        return RestResponse.ResponseBuilder.create(
                        several ? RestResponse.Status.MULTIPLE_CHOICES : RestResponse.Status.OK, negotiated)
                .build();
    }

    private Answer choice(ArticleKey key, List<String> wanted, Perspective perspective) {
        var found = articles.find(key, wanted, perspective, Shape.CARD);
        var cards = found.candidates().stream()
                .map(card -> new String(card, StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        return answer(found, cards.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer answer(Found found, byte[] json) {
        return ArticleLists.at(found.snapshot(), json);
    }
}
