package dev.lede.markdown.html;

import dev.lede.markdown.text.TextBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a page when everything unsafe is gone.
 *
 * @param sections the headings that have a text
 * @param firstPicture the first picture that may be shown
 * @param head the divider's plain text before it, or null without a divider
 */
public record SafePage(
        String html,
        List<TextBlock> blocks,
        List<Section> sections,
        @Nullable Picture firstPicture,
        @Nullable Head head) {

    /**
     * What stands before {@code <!--more-->}.
     *
     * @param text plain text on one line
     * @param isAll whether nothing that can be seen follows the divider
     */
    public record Head(String text, boolean isAll) {}

    /** A heading: its id in the HTML, its plain text, its level from 1 to 6. */
    public record Section(String id, String title, int level) {}

    /** A picture as it is written. */
    public record Picture(String src, String alt) {}
}
