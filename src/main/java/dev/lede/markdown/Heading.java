package dev.lede.markdown;

import dev.lede.markdown.html.SafePage.Section;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A heading in the table of contents.
 *
 * @param id the heading's id in the HTML
 * @param title plain text
 * @param level 2 to 4
 * @param children the headings of deeper levels before the next of this level
 */
public record Heading(String id, String title, int level, List<Heading> children) {

    private static final int HIGHEST = 2;
    private static final int DEEPEST = 4;

    /** A heading that skips a level hangs on the nearest higher one before it. */
    static List<Heading> tree(List<Section> sections) {
        var roots = new ArrayList<Heading>();
        Deque<Heading> open = new ArrayDeque<>();
        for (Section section : sections) {
            if (section.level() < HIGHEST || section.level() > DEEPEST) {
                continue;
            }
            while (!open.isEmpty() && open.peek().level() >= section.level()) {
                open.pop();
            }
            var heading = new Heading(section.id(), section.title(), section.level(), new ArrayList<>());
            (open.isEmpty() ? roots : open.peek().children()).add(heading);
            open.push(heading);
        }
        return roots;
    }
}
