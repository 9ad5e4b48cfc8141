package dev.lede.article.key;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which languages a reader wants an article in.
 *
 * @param tags best first: those that were asked for, those of {@code Accept-Language}, the default
 * @param asked how many of them the address itself names
 */
public record ReaderLanguages(List<String> tags, int asked) {

    /** For those who take what there is. */
    static final ReaderLanguages ANY = new ReaderLanguages(List.of(), 0);

    /** The rank of what satisfies none of them. */
    static final int UNWANTED = 1_000;

    private static final int MOST = 20;

    public ReaderLanguages {
        tags = List.copyOf(tags);
    }

    /** @param asked by a parameter */
    public static ReaderLanguages of(List<String> asked, HttpHeaders headers, String otherwise) {
        var tags = new ArrayList<>(asked);
        headers.getAcceptableLanguages().stream()
                .map(Locale::toLanguageTag)
                .filter(tag -> !tag.equals("*") && !tag.equals("und"))
                .limit(MOST)
                .forEach(tags::add);
        tags.add(otherwise);
        return new ReaderLanguages(tags, asked.size());
    }

    /**
     * The place, from 1, of the best of these languages that an article in this one satisfies: a reader who wants
     * {@code zh} is content with {@code zh-CN} (RFC 4647 §3.3.1, basic filtering).
     */
    int rank(String lang) {
        for (int place = 1; place <= tags.size(); place++) {
            var tag = tags.get(place - 1);
            if (lang.equalsIgnoreCase(tag) || lang.regionMatches(true, 0, tag + "-", 0, tag.length() + 1)) {
                return place;
            }
        }
        return UNWANTED;
    }

    /** Whether a choice of this rank, from 1, was made by the header. */
    boolean isByHeader(int rank) {
        return rank > asked;
    }
}
