package dev.lede.ingest.bulk;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.writing.ArticleRows;
import dev.lede.database.Sql;
import dev.lede.http.caching.Preconditions;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.SameUrl;
import dev.lede.ingest.Storing;
import dev.lede.ingest.Storing.Ready;
import dev.lede.ingest.Storing.Stored;
import dev.lede.ingest.bulk.Line.Candidate;
import dev.lede.ingest.bulk.Line.Pending;
import dev.lede.ingest.derive.NamedPicture;
import dev.lede.ingest.spool.Upload;
import dev.lede.ingest.store.Assets;
import dev.lede.search.index.WaitingTokens;
import dev.lede.taxonomy.Terms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores the documents of an upload, some at a time: while some are stored, the next are derived. Tells of every file,
 * in the order given.
 */
final class DocumentPass {

    private static final Preconditions NONE = Preconditions.parse(null, null);

    private final ContentWrite write;
    private final BulkMode mode;
    private final Stores stores;
    private final Tally tally;
    private final WaitingTokens tokens = new WaitingTokens();

    /**
     * What documents are stored with.
     *
     * @param going which articles, as {@code o}, are about to be deleted, so that they stand in nobody's way
     */
    record Stores(Storing storing, ArticleRows rows, Assets assets, Terms terms, Sql going) {}

    DocumentPass(ContentWrite write, BulkMode mode, Stores stores, Tally tally) {
        this.write = write;
        this.mode = mode;
        this.stores = stores;
        this.tally = tally;
    }

    void run(Upload upload, Upcoming upcoming) throws IOException {
        write.session()
                .update(Sql.of("create temp table upload_stored (id uuid primary key, created boolean not null)"
                        + " on commit drop"));
        try (var entries = upload.read()) {
            var some = upcoming.next(entries);
            while (!some.isEmpty()) {
                var next = upcoming.next(entries);
                tell(some, store(some));
                some = next;
            }
        }
        if (!mode.dryRun()) {
            tokens.ended(write.session());
        }
    }

    /** A document with what became of it; nothing when it was refused. */
    private record Result(Candidate candidate, Optional<Stored> stored) {}

    private Map<UUID, Result> store(List<Line> lines) {
        var candidates = lines.stream()
                .filter(Pending.class::isInstance)
                .map(line -> ((Pending) line).candidate())
                .toList();
        warnOfSameUrls(candidates);
        warnOfMissingPictures(candidates);
        var stored = stored(candidates.stream()
                .filter(candidate -> candidate.isAccepted(mode.strict()))
                .map(DocumentPass::ready)
                .toList());
        var results = new HashMap<UUID, Result>();
        for (var candidate : candidates) {
            var id = candidate.line().id();
            results.put(id, new Result(candidate, Optional.ofNullable(stored.get(id))));
        }
        return results;
    }

    private void warnOfSameUrls(List<Candidate> candidates) {
        var drafts = candidates.stream()
                .flatMap(candidate -> candidate.draft().stream())
                .toList();
        var others = stores.rows().sameUrls(write, drafts, stores.going()).get();
        for (var candidate : candidates) {
            var other = others.get(candidate.line().id());
            if (other != null) {
                candidate.findings().add(SameUrl.warning(candidate.draft().orElseThrow(), other));
            }
        }
    }

    private void warnOfMissingPictures(List<Candidate> candidates) {
        var named = new HashMap<UUID, List<NamedPicture>>();
        candidates.forEach(candidate ->
                named.put(candidate.line().id(), candidate.derived().pictures()));
        var missing = stores.storing().missing(write, named).get();
        candidates.forEach(candidate -> candidate
                .findings()
                .addAll(missing.getOrDefault(candidate.line().id(), List.of())));
    }

    private static Ready ready(Candidate candidate) {
        return new Ready(
                candidate.line().incoming(),
                candidate.draft().orElseThrow(),
                candidate.derived().entry(),
                candidate.derived().embedded());
    }

    private Map<UUID, Stored> stored(List<Ready> ready) {
        if (ready.isEmpty()) {
            return Map.of();
        }
        // Made before their documents are held: nobody waits for a term that a long transaction makes.
        var keys = Storing.keys(ready.stream().map(Ready::draft).toList());
        var numbers = mode.dryRun()
                ? stores.terms().numbersWithin(write.session(), keys)
                : stores.terms().numbersOf(keys);
        var actions = stores.storing()
                .storeBytes(write, ready.stream().map(Ready::incoming).toList(), NONE);
        var changed = ready.stream()
                .filter(document -> actions.get(document.id()) != Action.UNCHANGED)
                .toList();
        var statuses = stores.storing().storeArticles(write, changed, numbers);
        tokens.stored(
                write.session(),
                changed.stream().flatMap(document -> document.entry().stream()).toList());
        var stored = new HashMap<UUID, Stored>();
        actions.forEach((id, action) -> stored.put(id, new Stored(action, null)));
        for (int i = 0; i < changed.size(); i++) {
            var id = changed.get(i).id();
            stored.put(id, new Stored(Objects.requireNonNull(actions.get(id)), statuses.get(i)));
        }
        note(changed, stored);
        return stored;
    }

    private void note(List<Ready> changed, Map<UUID, Stored> stored) {
        var session = write.session();
        var created = new ArrayList<String>();
        var rows = new ArrayList<Sql>();
        for (var document : changed) {
            var isCreated = Objects.requireNonNull(stored.get(document.id())).action() == Action.CREATED;
            rows.add(Sql.of("insert into upload_stored (id, created) values (?, ?)", document.id(), isCreated));
            if (isCreated) {
                created.add(document.incoming().path().value());
            }
        }
        session.updateEach(rows);
        // What was a resource of a bundle may be a document by itself now.
        if (!created.isEmpty()) {
            stores.assets().delete(session, created).forEach(write::assetChanged);
        }
    }

    private void tell(List<Line> lines, Map<UUID, Result> results) {
        for (var line : lines) {
            if (line instanceof Line.Done done) {
                tally.item(done.item());
            } else {
                tell(Objects.requireNonNull(results.get(((Pending) line).id())));
            }
        }
    }

    private void tell(Result result) {
        var candidate = result.candidate();
        var path = candidate.line().incoming().path();
        if (result.stored().isEmpty()) {
            tally.item(BulkItem.failed(path.value(), List.copyOf(candidate.findings())));
            return;
        }
        ArticleDraft draft = candidate.draft().orElseThrow();
        var item = new BulkItem(
                path.value(),
                result.stored().get().action(),
                path.id(),
                draft.article().url(),
                null,
                List.copyOf(candidate.findings()));
        tally.stored(item, result.stored().get().status());
    }
}
