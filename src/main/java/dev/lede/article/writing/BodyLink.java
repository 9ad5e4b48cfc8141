package dev.lede.article.writing;

import java.util.List;

/**
 * A relative link or picture of a body, whose address depends on what else there is.
 *
 * @param mark stands in the HTML where the address belongs; letters and digits that no author can have written
 * @param paths of the documents or assets that may be meant, the likeliest first
 * @param otherwise the address when there is none of them
 */
public record BodyLink(String mark, List<String> paths, String otherwise) {

    public BodyLink {
        paths = List.copyOf(paths);
    }
}
