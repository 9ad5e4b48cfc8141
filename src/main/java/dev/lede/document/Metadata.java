package dev.lede.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the front matter says about a document; empty text counts as absent.
 *
 * @param title at most 2,000 characters; without one the body's first heading or the slug serves
 * @param summary as written, Markdown and all
 * @param excerptSeparator where Jekyll would end the excerpt
 * @param weight 0 for none
 * @param aliases as written
 */
public record Metadata(
        @Nullable String title,
        @Nullable String linkTitle,
        @Nullable String description,
        List<String> keywords,
        List<String> authors,
        @Nullable String summary,
        @Nullable String excerptSeparator,
        int weight,
        List<String> aliases) {
    public Metadata {
        keywords = List.copyOf(keywords);
        authors = List.copyOf(authors);
        aliases = List.copyOf(aliases);
    }
}
