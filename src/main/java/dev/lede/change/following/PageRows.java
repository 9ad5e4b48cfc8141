package dev.lede.change.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a page tells, row by row, until no more may come. Belongs to one thread. */
final class PageRows {

    private final PageSize size;
    private final List<Told> told = new ArrayList<>();
    private @Nullable Head head;
    private long bytes;
    private boolean full;

    PageRows(PageSize size) {
        this.size = size;
    }

    /** The same for every row. */
    Head head(ResultSet row) throws SQLException {
        var known = head == null ? Head.of(row) : head;
        head = known;
        return known;
    }

    /** Once there was a row, as there always is. */
    Head head() {
        return Objects.requireNonNull(head);
    }

    /** Answers whether it had room: what comes after one that had none is not wanted. */
    boolean add(Told item) {
        bytes += item.json().length;
        full = told.size() == size.items() || (!told.isEmpty() && bytes > size.bytes());
        return !full && told.add(item);
    }

    /** Whether more came than may. */
    boolean isFull() {
        return full;
    }

    List<Told> told() {
        return told;
    }

    Told last() {
        return told.get(told.size() - 1);
    }
}
