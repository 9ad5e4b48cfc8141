package dev.lede.article.key;

import dev.lede.database.Sql;
import dev.lede.http.caching.Dependencies;
import java.text.Normalizer;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What names an article in an address: its id, or its slug. A slug that looks like an id counts as one.
 *
 * @param value an id in lower case, or a slug in NFC
 */
public record ArticleKey(Form form, String value) {

    /** What a key is. */
    public enum Form {
        ID("id"),
        SLUG("slug");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        /** As it stands in {@code address.form}. */
        String word() {
            return word;
        }
    }

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    /** Reads a key as it stands in an address, decoded. */
    public static ArticleKey parse(String key) {
        return ID.matcher(key).matches()
                ? of(UUID.fromString(key))
                : new ArticleKey(Form.SLUG, Normalizer.normalize(key, Normalizer.Form.NFC));
    }

    /** The key of an id. */
    public static ArticleKey of(UUID id) {
        return new ArticleKey(Form.ID, id.toString());
    }

    /** What changes with who has it, and with whatever changes of them. */
    Dependencies dependencies() {
        return Dependencies.on(
                switch (form) {
                    case ID -> "article:" + value;
                    case SLUG -> "slug:" + value;
                });
    }

    /** That {@code article a} has it. */
    Sql condition() {
        return switch (form) {
            case ID -> Sql.of("a.id = ?::uuid", value);
            case SLUG -> Sql.of("a.slug = ?", value);
        };
    }
}
