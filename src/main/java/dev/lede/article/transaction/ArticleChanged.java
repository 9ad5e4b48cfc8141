package dev.lede.article.transaction;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article was stored, deleted, or turned by the clock.
 *
 * @param movedFrom the id that the article had before it moved here
 * @param touched what answers may depend on, old and new: {@code article:<id>}, {@code term:<number>},
 *     {@code lang:<tag>}, {@code section:<name>}, {@code slug:<slug>}, {@code url:<value>}, {@code translations:<key>},
 *     {@code bundle:<folder>}
 * @param shown what it means for the articles that show something of this one
 */
public record ArticleChanged(
        Type type,
        UUID id,
        String path,
        String url,
        String lang,
        boolean wasVisible,
        boolean isVisible,
        @Nullable UUID movedFrom,
        Set<String> touched,
        ShownElsewhere shown) {

    /** What became of it. */
    public enum Type {
        UPSERT,
        DELETE
    }
}
