package dev.lede.thumbnail;

import dev.lede.thumbnail.picture.Focus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be an article's picture: the first of its assets that is there, else an address.
 *
 * @param paths of assets, the likeliest first; one that ends in {@code *} stands for the first that begins like it
 * @param otherwise the address when none of them is there; null for no picture
 * @param focus what must be seen of it in every crop
 */
public record ThumbnailChoice(
        List<String> paths,
        @Nullable String otherwise,
        @Nullable String alt,
        Focus focus) {

    /** No picture, whatever assets there are. */
    public static final ThumbnailChoice NONE = new ThumbnailChoice(List.of(), null, null, Focus.CENTER);

    public ThumbnailChoice {
        paths = List.copyOf(paths);
    }

    /** The choice with other paths before its own. */
    public ThumbnailChoice after(List<String> first) {
        var all = new ArrayList<>(first);
        all.addAll(paths);
        return new ThumbnailChoice(all, otherwise, alt, focus);
    }
}
