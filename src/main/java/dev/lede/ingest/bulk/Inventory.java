package dev.lede.ingest.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.document.DocumentPath;
import dev.lede.ingest.spool.Entry;
import dev.lede.ingest.spool.Upload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What each file of an upload is, found out before anything is stored: whether another one is a document or a resource
 * of a bundle depends on files that may come later. The paths stand in a table of the transaction; in memory there is
 * one byte for each file.
 */
final class Inventory {

    private static final int AT_ONCE = 1_000;

    /** What a file is, and of an asset what was done with it. */
    enum Kind {
        REFUSED,
        TWICE,
        OWNED,
        DOCUMENT,
        ASSET,
        ASSET_CREATED,
        ASSET_UPDATED,
        ASSET_UNCHANGED
    }

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final Session session;
    private final Upload upload;
    private final Sender sender;
    private final Bundles bundles;
    private final byte[] kinds;
    private final Map<Integer, String> refusals = new HashMap<>();

    private Inventory(Session session, Upload upload, Sender sender, String contentRoot) {
        this.session = session;
        this.upload = upload;
        this.sender = sender;
        this.bundles = new Bundles(upload.bundles()::contains, contentRoot);
        this.kinds = new byte[upload.size()];
    }

    /** Looks through the whole upload. */
    static Inventory take(Session session, Upload upload, Sender sender, String contentRoot) throws IOException {
        session.update(Sql.of("create temp table upload_path (path text collate \"C\" primary key) on commit drop"));
        var inventory = new Inventory(session, upload, sender, contentRoot);
        inventory.through(inventory::note);
        session.update(Sql.of("analyze upload_path"));
        // Only now is known which bundles are about to go, and are none any more.
        inventory.through(inventory::look);
        return inventory;
    }

    Kind kind(int ordinal) {
        return KINDS.get(kinds[ordinal]);
    }

    void set(int ordinal, Kind kind) {
        kinds[ordinal] = (byte) KINDS.indexOf(kind);
    }

    @FunctionalInterface
    private interface Look {
        void at(List<Entry.File> files) throws IOException;
    }

    private void through(Look look) throws IOException {
        try (var entries = upload.read()) {
            var some = new ArrayList<Entry.File>(AT_ONCE);
            for (var next = entries.next(); next.isPresent(); next = entries.next()) {
                if (next.get() instanceof Entry.File file) {
                    some.add(file);
                }
                if (some.size() == AT_ONCE) {
                    look.at(some);
                    some.clear();
                }
            }
            look.at(some);
        }
    }

    private void note(List<Entry.File> files) {
        var first = session.updateEach(files.stream()
                .map(file -> Sql.of(
                        "insert into upload_path (path) values (?) on conflict do nothing",
                        file.path().value()))
                .toList());
        for (int i = 0; i < first.length; i++) {
            if (first[i] == 0) {
                set(files.get(i).ordinal(), Kind.TWICE);
            }
        }
    }

    private void look(List<Entry.File> files) throws IOException {
        var known = bundles.and(storedBundles(files));
        var refused = sender.refused(
                session, files.stream().map(file -> file.path().value()).toList());
        for (var file : files) {
            var refusal = refused.get(file.path().value());
            if (refusal != null) {
                refusals.put(file.ordinal(), refusal);
                set(file.ordinal(), Kind.OWNED);
            } else if (kind(file.ordinal()) != Kind.TWICE) {
                set(file.ordinal(), kindOf(file, known));
            }
        }
    }

    /** Why a file that is not its sender's to send is refused. */
    String refusal(int ordinal) {
        return Objects.requireNonNull(refusals.get(ordinal));
    }

    private static Kind kindOf(Entry.File file, Bundles known) throws IOException {
        if (file.kind() != Entry.Kind.UNSAID) {
            return file.kind() == Entry.Kind.DOCUMENT ? Kind.DOCUMENT : Kind.ASSET;
        }
        var path = file.path();
        var isDocument =
                path.isContent() && !known.hasResource(path) && (!isHtml(path) || hasFrontMatter(file.bytes()));
        return isDocument ? Kind.DOCUMENT : Kind.ASSET;
    }

    private Set<String> storedBundles(List<Entry.File> files) {
        var folders = new HashSet<String>();
        files.stream()
                .map(Entry.File::path)
                .filter(DocumentPath::isContent)
                .forEach(path -> folders.addAll(Bundles.foldersOf(path)));
        return folders.isEmpty()
                ? Set.of()
                : new HashSet<>(session.list(
                        Sql.of(
                                        "select distinct o.bundle from (select id as article_id, bundle from article"
                                                + " where bundle = any(?)) o where not",
                                        folders)
                                .then(sender.prune().map(Pruning::going).orElse(Sql.of("false"))),
                        row -> row.getString("bundle")));
    }

    private static boolean isHtml(DocumentPath path) {
        return path.extension().startsWith("htm");
    }

    /** As Hugo has it, an HTML file is content only with front matter. */
    private static boolean hasFrontMatter(byte[] bytes) {
        int at = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        while (at < bytes.length && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) {
            at++;
        }
        var head = new String(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 3)), ISO_8859_1);
        return head.equals("---") || head.equals("+++") || head.startsWith("{");
    }
}
