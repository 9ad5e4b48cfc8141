package dev.lede.ingest.bulk;

import dev.lede.article.writing.Status;
import dev.lede.ingest.Outcome.Action;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes items on and counts them. Belongs to one thread. */
final class Tally {

    private final Consumer<BulkItem> sink;
    private final Map<Action, Integer> counts = new EnumMap<>(Action.class);
    private int failed;
    private int scheduled;

    Tally(Consumer<BulkItem> sink) {
        this.sink = sink;
    }

    void item(BulkItem item) {
        var action = item.action();
        if (action == null) {
            failed++;
        } else {
            counts.merge(action, 1, Integer::sum);
        }
        sink.accept(item);
    }

    void stored(BulkItem item, @Nullable Status status) {
        if (status == Status.SCHEDULED) {
            scheduled++;
        }
        item(item);
    }

    BulkSummary summary() {
        return new BulkSummary(
                count(Action.CREATED),
                count(Action.UPDATED),
                count(Action.UNCHANGED),
                count(Action.DELETED),
                failed,
                scheduled);
    }

    private int count(Action action) {
        return counts.getOrDefault(action, 0);
    }
}
