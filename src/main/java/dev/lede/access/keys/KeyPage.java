package dev.lede.access.keys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Some keys of the list, in its order.
 *
 * @param hasPrev whether there are keys before them
 * @param hasNext whether there are keys after them
 */
record KeyPage(List<Key> shown, boolean hasPrev, boolean hasNext) {

    /**
     * @param found walking on in this direction, one more than wanted if there are so many
     * @param begun whether the walk began at a cursor, so that there is something behind it
     */
    static KeyPage of(List<Key> found, int limit, boolean backward, boolean begun) {
        boolean more = found.size() > limit;
        var shown = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
        if (backward) {
            Collections.reverse(shown);
        }
        boolean any = !shown.isEmpty();
        return new KeyPage(shown, any && (backward ? more : begun), any && (backward ? begun : more));
    }

    Key first() {
        return shown.get(0);
    }

    Key last() {
        return shown.get(shown.size() - 1);
    }
}
