package dev.lede.article;

import dev.lede.database.Sql;
import java.text.Normalizer;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names an article in an address: its id, or its slug. A slug that looks like an id counts as one. */
record ArticleKey(@Nullable UUID id, @Nullable String slug) {

    /** Of the articles that share a slug and a language, so many are named. */
    static final int MOST_CANDIDATES = 20;

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    static ArticleKey parse(String key) {
        return ID.matcher(key).matches()
                ? new ArticleKey(UUID.fromString(key), null)
                : new ArticleKey(null, Normalizer.normalize(key, Normalizer.Form.NFC));
    }

    Sql condition() {
        if (id != null) {
            return Sql.of("a.id = ?", id);
        }
        return Sql.of("a.slug = ?", slug == null ? "" : slug);
    }
}
