package dev.lede.article.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be an article's picture: the first of its assets that is there, else an address.
 *
 * @param paths of assets, the likeliest first; one that ends in {@code *} stands for the first that begins like it
 * @param otherwise the address when none of them is there; null for no picture
 */
public record ThumbnailChoice(
        List<String> paths,
        @Nullable String otherwise,
        @Nullable String alt) {

    /** No picture, whatever assets there are. */
    public static final ThumbnailChoice NONE = new ThumbnailChoice(List.of(), null, null);

    public ThumbnailChoice {
        paths = List.copyOf(paths);
    }
}
