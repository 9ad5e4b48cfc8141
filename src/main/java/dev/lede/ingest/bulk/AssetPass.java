package dev.lede.ingest.bulk;

import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.writing.ArticleRows;
import dev.lede.database.Sql;
import dev.lede.document.DocumentPath;
import dev.lede.hash.Sha256;
import dev.lede.ingest.bulk.Inventory.Kind;
import dev.lede.ingest.spool.Entry;
import dev.lede.ingest.spool.Upload;
import dev.lede.ingest.store.AssetTypes;
import dev.lede.ingest.store.Assets;
import dev.lede.ingest.store.Assets.Asset;
import dev.lede.ingest.store.Documents;
import dev.lede.thumbnail.Blobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stores the assets of an upload, before its documents, which then find their pictures. */
final class AssetPass {

    private static final int AT_ONCE = 200;
    private static final int BYTES_AT_ONCE = 16 << 20;

    private final ContentWrite write;
    private final Inventory inventory;
    private final Stores stores;

    /** What assets are stored with. */
    record Stores(Assets assets, Documents documents, ArticleRows rows, String prefix) {}

    AssetPass(ContentWrite write, Inventory inventory, Stores stores) {
        this.write = write;
        this.inventory = inventory;
        this.stores = stores;
    }

    /** An asset with its place in the upload. */
    private record Numbered(int ordinal, Asset asset) {}

    void run(Upload upload) throws IOException {
        write.session()
                .update(Sql.of("create temp table upload_wanted (path text collate \"C\" primary key) on commit drop"));
        var some = new ArrayList<Numbered>();
        long bytes = 0;
        try (var entries = upload.read()) {
            for (var next = entries.next(); next.isPresent(); next = entries.next()) {
                if (next.get() instanceof Entry.File file && inventory.kind(file.ordinal()) == Kind.ASSET) {
                    some.add(new Numbered(file.ordinal(), asset(file.path(), file.bytes())));
                    bytes += file.size();
                }
                if (some.size() == AT_ONCE || bytes >= BYTES_AT_ONCE) {
                    store(some);
                    some.clear();
                    bytes = 0;
                }
            }
        }
        store(some);
    }

    private Asset asset(DocumentPath path, byte[] bytes) {
        return new Asset(path.value(), bytes, AssetTypes.of(path), url(path));
    }

    /** Where the asset at a path is loaded. */
    String url(DocumentPath path) {
        return stores.prefix() + "/v1/assets/" + path.encoded();
    }

    private void store(List<Numbered> numbered) {
        var session = write.session();
        var paths = numbered.stream().map(some -> some.asset().path()).toList();
        var known = stores.assets().hashes(session, paths);
        var changed = numbered.stream().filter(some -> isChanged(some, known)).toList();
        stores.assets().store(session, changed.stream().map(Numbered::asset).toList(), write.now());
        Blobs.sweep(
                session,
                changed.stream()
                        .flatMap(
                                some -> Stream.ofNullable(known.get(some.asset().path())))
                        .toList());
        for (var some : changed) {
            want(some.asset().path());
            write.assetChanged(some.asset().path());
        }
        replaceDocuments(paths);
    }

    private boolean isChanged(Numbered some, Map<String, String> known) {
        var old = known.get(some.asset().path());
        var isSame = old != null && old.equals(Sha256.hex(Sha256.of(some.asset().bytes())));
        var kind = old == null ? Kind.ASSET_CREATED : Kind.ASSET_UPDATED;
        inventory.set(some.ordinal(), isSame ? Kind.ASSET_UNCHANGED : kind);
        return !isSame;
    }

    private void want(String path) {
        write.session()
                .updateEach(Assets.namesOf(path).stream()
                        .map(name -> Sql.of("insert into upload_wanted values (?) on conflict do nothing", name))
                        .toList());
    }

    /** What was a document by itself may be a resource now, of a bundle that came. */
    private void replaceDocuments(List<String> paths) {
        var ids = paths.stream()
                .map(DocumentPath::parse)
                .filter(DocumentPath::isContent)
                .map(DocumentPath::id)
                .toList();
        if (!ids.isEmpty()) {
            var held = stores.documents().hold(write.session(), ids).keySet();
            if (!held.isEmpty()) {
                stores.rows().delete(write, held);
            }
        }
    }
}
