package dev.lede.ingest;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.document.Finding;

/** Two documents may have one url; whoever comes later is told. */
public final class SameUrl {

    private SameUrl() {}

    /** The warning for a document whose url another one has, at a path. */
    public static Finding warning(ArticleDraft draft, String other) {
        return Finding.warning("The url " + draft.article().url() + " is also that of " + other);
    }
}
