package dev.lede.search.suggest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may be about to type.
 *
 * @param type {@code article} or {@code term}
 * @param text the title, or the name of the term
 * @param id of the article
 * @param url of the article
 * @param taxonomy of the term
 * @param slug of the term
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestionView(
        String type,
        String text,
        @Nullable UUID id,
        @Nullable String url,
        @Nullable String taxonomy,
        @Nullable String slug) {

    static SuggestionView article(UUID id, String title, String url) {
        return new SuggestionView("article", title, id, url, null, null);
    }

    static SuggestionView term(String taxonomy, String slug, String name) {
        return new SuggestionView("term", name, null, null, taxonomy, slug);
    }
}
