package dev.lede.article.writing;

import java.util.Set;
import java.util.UUID;

/**
 * An article was stored, deleted, or turned by the clock.
 *
 * @param touched what answers may depend on, old and new: {@code article:<id>}, {@code term:<number>},
 *     {@code lang:<tag>}, {@code section:<name>}
 */
public record ArticleChanged(
        Type type,
        UUID id,
        String path,
        String url,
        String lang,
        boolean wasVisible,
        boolean isVisible,
        Set<String> touched) {

    /** What became of it. */
    public enum Type {
        UPSERT,
        DELETE
    }
}
