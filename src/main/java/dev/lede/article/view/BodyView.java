package dev.lede.article.view;

import java.util.List;

/**
 * A rendered body.
 *
 * @param html sanitised
 * @param toc the headings of levels 2 to 4 as a tree
 */
public record BodyView(String html, List<HeadingView> toc) {

    /**
     * A heading of the body.
     *
     * @param id the anchor in {@link BodyView#html}
     * @param level 2 to 4
     */
    public record HeadingView(String id, String title, int level, List<HeadingView> children) {}
}
