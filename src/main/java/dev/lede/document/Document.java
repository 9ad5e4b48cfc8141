package dev.lede.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document as its author meant it, before its body is rendered. Immutable.
 *
 * @param path as it came, content root and all
 * @param body what follows the front matter, line endings as written
 * @param bodyOffset how many bytes of the file stand before the body
 * @param bodyLine the line of the file on which the body begins, counted from 1
 * @param language a canonical BCP 47 tag: {@code zh-CN}
 * @param translationKey the same for all translations of one text
 * @param terms by taxonomy, every configured taxonomy present, terms in the order written, each slug once
 * @param thumbnail what the front matter names; pictures of the bundle or the body are for others to find
 * @param params all keys that Lede does not know, as written: text, Boolean, Long, BigInteger, Double, List, Map, or null
 */
public record Document(
        DocumentPath path,
        String body,
        int bodyOffset,
        int bodyLine,
        Markup markup,
        Place place,
        String language,
        String translationKey,
        Dates dates,
        boolean draft,
        Metadata metadata,
        Map<String, List<TermName>> terms,
        @Nullable PictureReference thumbnail,
        Map<String, @Nullable Object> params) {

    /** What the body is written in. */
    public enum Markup {
        MARKDOWN,
        /** Jekyll's Markdown: of documents below a folder of Jekyll's, whose names begin with {@code _}. */
        KRAMDOWN,
        HTML
    }

    public Document {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
        // Not Map.copyOf: an empty YAML value is null and the order is the author's.
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }
}
