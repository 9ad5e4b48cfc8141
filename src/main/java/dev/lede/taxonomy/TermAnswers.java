package dev.lede.taxonomy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.PageLinks;
import dev.lede.http.query.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.text.Normalizer;
import java.util.List;

/** Terms as answers. */
@ApplicationScoped
class TermAnswers {

    private final Taxonomies taxonomies;
    private final TaxonomyConfig config;
    private final ObjectMapper json;

    TermAnswers(Taxonomies taxonomies, TaxonomyConfig config, ObjectMapper json) {
        this.taxonomies = taxonomies;
        this.config = config;
        this.json = json;
    }

    private record ListView<T>(List<T> items, PageView page) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record PageView(int limit, long total) {}

    Answer page(String taxonomy, UriInfo uri) {
        requireConfigured(taxonomy);
        var query = TermQuery.of(taxonomy, Parameters.of(uri.getQueryParameters()));
        var page = taxonomies.page(query);
        var answer = at(page.snapshot(), new ListView<>(page.terms(), new PageView(query.limit(), page.total())));
        var links = PageLinks.of(uri.getRequestUri().getRawPath(), uri.getQueryParameters());
        answer = answer.link(links.first());
        if (query.page() > 1) {
            answer = answer.link(links.to("prev", "page", Integer.toString(query.page() - 1)));
        }
        return (long) query.page() * query.limit() < page.total()
                ? answer.link(links.to("next", "page", Integer.toString(query.page() + 1)))
                : answer;
    }

    Answer single(String taxonomy, String slug) {
        requireConfigured(taxonomy);
        var single = taxonomies.single(new TermKey(taxonomy, Normalizer.normalize(slug, Normalizer.Form.NFC)));
        return at(
                single.snapshot(),
                single.term()
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.NOT_FOUND,
                                "No article that is visible bears \"" + slug + "\" among its " + taxonomy + ".")));
    }

    Answer taxonomies() {
        var sizes = taxonomies.sizes(config.taxonomies());
        var count = sizes.taxonomies().size();
        return at(sizes.snapshot(), new ListView<>(sizes.taxonomies(), new PageView(count, count)));
    }

    private void requireConfigured(String taxonomy) {
        if (!config.taxonomies().contains(taxonomy)) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "\"" + taxonomy + "\" is no taxonomy here. There are: " + String.join(", ", config.taxonomies())
                            + ".");
        }
    }

    private Answer at(Taxonomies.Snapshot snapshot, Object view) {
        try {
            var answer = Answer.json(json.writeValueAsBytes(view)).atRevision(snapshot.revision());
            return snapshot.turn() == null
                    ? answer
                    : answer.until(snapshot.turn().toInstant());
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A view that is no JSON", fault);
        }
    }
}
