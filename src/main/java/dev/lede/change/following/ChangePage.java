package dev.lede.change.following;

import dev.lede.article.query.Snapshot;
import java.util.List;

/**
 * A part of what a follower is told.
 *
 * @param next where to go on
 * @param more whether anything is known to be there already
 */
public record ChangePage(List<Told> items, Start next, boolean more, Snapshot snapshot) {

    public ChangePage {
        items = List.copyOf(items);
    }
}
