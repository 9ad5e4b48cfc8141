package dev.lede.feed.format;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a feed tells it. All addresses are whole.
 *
 * @param id {@code urn:uuid:} and the article's id
 * @param lang BCP 47
 * @param summary plain text, possibly empty
 * @param html the body, or nothing in a feed of summaries
 * @param authors names
 * @param published when the article says it is from, with its offset
 * @param updated when it changed last, as far as anybody knows
 */
public record Entry(
        String id,
        String url,
        String lang,
        String title,
        String summary,
        @Nullable String html,
        List<String> authors,
        List<Category> categories,
        @Nullable OffsetDateTime published,
        OffsetDateTime updated,
        @Nullable Picture picture) {

    /**
     * What an article is about.
     *
     * @param scheme the address of the taxonomy
     * @param term the slug
     * @param label the name as the article writes it
     */
    public record Category(String scheme, String term, String label) {}

    /**
     * The picture that stands for an article.
     *
     * @param type its media type, once it was looked at
     * @param width in pixels, once it was looked at and if it is made of them
     * @param height likewise
     * @param length in bytes, where Lede serves it as it is: what another server will send is not known
     * @param small a size of it that lists can show
     */
    public record Picture(
            String url,
            @Nullable String type,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Long length,
            @Nullable Small small) {}

    /** A picture brought into a smaller size, in pixels. */
    public record Small(String url, int width, int height) {}
}
