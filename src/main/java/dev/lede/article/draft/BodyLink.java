package dev.lede.article.draft;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A relative link or picture of a body, whose address depends on what else there is.
 *
 * @param mark stands in the HTML where the address belongs: see {@link #mark(long, int)}
 * @param paths of the documents or assets that may be meant, the likeliest first
 * @param slug of the article that is meant where none of the paths is there; empty for none
 * @param otherwise the address when there is none of them
 */
public record BodyLink(String mark, List<String> paths, String slug, String otherwise) {

    /** The form of every mark. */
    public static final Pattern MARK = Pattern.compile("lede[0-9a-f]{16}x[0-9]+x");

    /**
     * A mark that no author can have written.
     *
     * @param nonce random, the same for all marks of a body
     */
    public static String mark(long nonce, int number) {
        return "lede" + HexFormat.of().toHexDigits(nonce) + "x" + number + "x";
    }

    public BodyLink {
        paths = List.copyOf(paths);
    }
}
