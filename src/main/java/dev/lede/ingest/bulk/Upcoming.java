package dev.lede.ingest.bulk;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.document.Finding;
import dev.lede.hash.Sha256;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.derive.Derivation;
import dev.lede.ingest.derive.Derivation.Derived;
import dev.lede.ingest.spool.Entries;
import dev.lede.ingest.spool.Entry;
import dev.lede.ingest.store.Incoming;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files of an upload some at a time, their documents being derived already. */
final class Upcoming {

    private static final int AT_ONCE = 25;
    private static final int BYTES_AT_ONCE = 1 << 20;

    private final Session session;
    private final Inventory inventory;
    private final Source source;
    private final boolean all;

    /** Where what is known of a file comes from: derivation, the threads it runs on, and where assets are loaded. */
    record Source(Derivation derivation, ExecutorService threads, Function<Entry.File, String> assetUrl) {}

    /** @param all also documents that are there already are derived */
    Upcoming(Session session, Inventory inventory, Source source, boolean all) {
        this.session = session;
        this.inventory = inventory;
        this.source = source;
        this.all = all;
    }

    /** The next files; none when there are no more. */
    List<Line> next(Entries entries) throws IOException {
        var some = new ArrayList<Slot>();
        long bytes = 0;
        while (some.size() < AT_ONCE && bytes < BYTES_AT_ONCE) {
            var entry = entries.next();
            if (entry.isEmpty()) {
                break;
            }
            var slot = slot(entry.get());
            some.add(slot);
            bytes += slot.incoming() == null ? 0 : slot.incoming().bytes().length;
        }
        return lines(some);
    }

    /** An entry, with its bytes when it is a document. */
    private record Slot(Entry entry, @Nullable Incoming incoming) {}

    private Slot slot(Entry entry) throws IOException {
        return entry instanceof Entry.File file && inventory.kind(file.ordinal()) == Inventory.Kind.DOCUMENT
                ? new Slot(entry, new Incoming(file.path(), file.bytes()))
                : new Slot(entry, null);
    }

    private List<Line> lines(List<Slot> slots) {
        var stored = all ? Map.<String, Stored>of() : stored(slots);
        return slots.stream().map(slot -> line(slot, stored)).toList();
    }

    private Line line(Slot slot, Map<String, Stored> stored) {
        var incoming = slot.incoming();
        if (incoming == null) {
            return new Line.Done(told(slot.entry()));
        }
        var known = stored.get(incoming.path().value());
        if (known != null && known.hash().equals(incoming.hash())) {
            return new Line.Done(BulkItem.of(
                    incoming.path().value(), Action.UNCHANGED, incoming.path().id(), known.url()));
        }
        return new Line.Pending(incoming, source.threads().submit(() -> derived(incoming)));
    }

    /** A document that stands already, with the url of its article. */
    private record Stored(String hash, String url) {}

    private Map<String, Stored> stored(List<Slot> slots) {
        var ids = slots.stream()
                .map(Slot::incoming)
                .filter(Objects::nonNull)
                .map(incoming -> incoming.path().id())
                .toList();
        var stored = new HashMap<String, Stored>();
        session.list(
                Sql.of(
                        "select d.path, d.hash, a.url from document d join article a on a.id = d.id"
                                + " where d.id = any(?::uuid[])",
                        ids),
                row -> stored.put(
                        row.getString("path"), new Stored(Sha256.hex(row.getBytes("hash")), row.getString("url"))));
        return stored;
    }

    private Derived derived(Incoming incoming) {
        try {
            return source.derivation().of(incoming);
        } catch (RuntimeException | StackOverflowError fault) {
            // One document that is too much for us never spoils the others.
            Log.errorf(fault, "Deriving a document failed: path=%s", incoming.path());
            return Derived.refused(List.of(Finding.error("Lede failed to read this document; its log says why.")));
        }
    }

    private BulkItem told(Entry entry) {
        if (entry instanceof Entry.Refused refused) {
            return BulkItem.failed(refused.name(), refused.detail());
        }
        var file = (Entry.File) entry;
        return switch (inventory.kind(file.ordinal())) {
            case TWICE -> BulkItem.failed(file.path().value(), "This path came already in the same upload.");
            case OWNED -> BulkItem.failed(file.path().value(), inventory.refusal(file.ordinal()));
            case ASSET_CREATED -> asset(file, Action.CREATED);
            case ASSET_UPDATED -> asset(file, Action.UPDATED);
            case ASSET_UNCHANGED -> asset(file, Action.UNCHANGED);
            case REFUSED, DOCUMENT, ASSET -> throw new IllegalStateException("Not dealt with: " + file.path());
        };
    }

    private BulkItem asset(Entry.File file, Action action) {
        @Nullable UUID none = null;
        return BulkItem.of(file.path().value(), action, none, source.assetUrl().apply(file));
    }
}
