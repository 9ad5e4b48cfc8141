package dev.lede.ingest;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.writing.ArticleRows;
import dev.lede.article.writing.Status;
import dev.lede.document.Finding;
import dev.lede.http.caching.Preconditions;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.derive.Derivation;
import dev.lede.ingest.derive.NamedPicture;
import dev.lede.ingest.store.Assets;
import dev.lede.ingest.store.Assets.Asset;
import dev.lede.ingest.store.Documents;
import dev.lede.ingest.store.FolderFiles;
import dev.lede.ingest.store.Incoming;
import dev.lede.search.index.SearchEntry;
import dev.lede.search.index.SearchIndex;
import dev.lede.taxonomy.TermKey;
import dev.lede.taxonomy.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores documents with what they give, one or some hundred at once, inside a transaction. Thread-safe. */
@ApplicationScoped
public class Storing {

    private static final int MOST_TURNS = 10;
    private static final int DERIVED_AT_ONCE = 100;

    private final Documents documents;
    private final Assets assets;
    private final ArticleRows rows;
    private final Derivation derivation;
    private final Terms terms;
    private final FolderFiles folder;
    private final SearchIndex search;

    Storing(
            Documents documents,
            Assets assets,
            ArticleRows rows,
            Derivation derivation,
            Terms terms,
            FolderFiles folder,
            SearchIndex search) {
        this.documents = documents;
        this.assets = assets;
        this.rows = rows;
        this.derivation = derivation;
        this.terms = terms;
        this.folder = folder;
        this.search = search;
    }

    /**
     * Goes on only with a path that does not belong to the folder that Lede serves.
     *
     * @throws dev.lede.http.problem.ProblemException {@code conflict}
     */
    void refuseOwned(ContentWrite write, String path) {
        folder.refuse(write.session(), path);
    }

    /**
     * A document with what it gives.
     *
     * @param entry what the article is found by
     * @param embedded the picture that it holds itself
     */
    public record Ready(Incoming incoming, ArticleDraft draft, Optional<SearchEntry> entry, Optional<Asset> embedded) {
        /** Of the document and its article. */
        public UUID id() {
            return draft.article().id();
        }
    }

    /** @param status of the article; null when nothing was done, or not looked at */
    public record Stored(Action action, @Nullable Status status) {}

    /**
     * Stores the bytes of documents. Each is held from then on.
     *
     * @param incoming each at another path
     * @param preconditions on each as it stands
     * @return what was done with each, by id
     */
    public Map<UUID, Action> storeBytes(ContentWrite write, List<Incoming> incoming, Preconditions preconditions) {
        var actions = new HashMap<UUID, Action>();
        var pending = new LinkedHashMap<UUID, Incoming>();
        incoming.forEach(document -> pending.put(document.path().id(), document));
        // Between two statements another transaction may make a document, and a third one delete it again.
        for (int turn = 0; !pending.isEmpty() && turn < MOST_TURNS; turn++) {
            var replaced = new ArrayList<Incoming>();
            documents.hold(write.session(), pending.keySet()).forEach((id, hash) -> {
                preconditions.check(hash);
                var document = Objects.requireNonNull(pending.remove(id));
                var isSame = hash.equals(document.hash());
                actions.put(id, isSame ? Action.UNCHANGED : Action.UPDATED);
                if (!isSame) {
                    replaced.add(document);
                }
            });
            documents.replace(write.session(), replaced, write.now());
            if (!pending.isEmpty()) {
                preconditions.check(null);
                var made = documents.insert(write.session(), List.copyOf(pending.values()), write.now());
                made.forEach(id -> actions.put(id, Action.CREATED));
                pending.keySet().removeAll(made);
            }
        }
        if (!pending.isEmpty()) {
            throw new IllegalStateException("A document comes and goes: " + pending.keySet());
        }
        return actions;
    }

    /**
     * Stores the articles of held documents, with the pictures that these hold themselves.
     *
     * @param numbers of all their terms
     * @return what each is now
     */
    public List<Status> storeArticles(ContentWrite write, List<Ready> ready, Map<TermKey, Long> numbers) {
        if (ready.isEmpty()) {
            return List.of();
        }
        var embedded =
                ready.stream().flatMap(document -> document.embedded().stream()).toList();
        assets.storeNew(write.session(), embedded, write.now()).forEach(asset -> write.assetChanged(asset.path()));
        var statuses = rows.store(write, ready.stream().map(Ready::draft).toList(), numbers);
        search.store(
                write.session(),
                ready.stream().flatMap(document -> document.entry().stream()).toList());
        return statuses;
    }

    /**
     * Asks which of the pictures that documents name are nowhere.
     *
     * @param named by document
     * @return what to tell of them, by document
     */
    public Supplier<Map<UUID, List<Finding>>> missing(ContentWrite write, Map<UUID, List<NamedPicture>> named) {
        var paths = named.values().stream()
                .flatMap(List::stream)
                .flatMap(picture -> picture.paths().stream())
                .distinct()
                .toList();
        var there = assets.there(write.session(), paths);
        return () -> missing(named, Set.copyOf(there.get()));
    }

    private static Map<UUID, List<Finding>> missing(Map<UUID, List<NamedPicture>> named, Set<String> there) {
        var missing = new HashMap<UUID, List<Finding>>();
        named.forEach((id, pictures) -> missing.put(
                id,
                pictures.stream()
                        .filter(picture -> picture.paths().stream().noneMatch(there::contains))
                        .map(NamedPicture::missing)
                        .toList()));
        return missing;
    }

    /** Waits for pictures of a document that are just being stored; see {@link Assets#await}. */
    void awaitPictures(ContentWrite write, ArticleDraft draft) {
        if (!draft.thumbnail().paths().isEmpty()) {
            assets.await(write.session(), draft.thumbnail().paths());
        }
    }

    /**
     * Derives articles once more from their documents, after something else that they show has changed. What they are
     * found by stays, where this code and configuration have made it.
     */
    public void deriveAgain(ContentWrite write, List<UUID> ids) {
        for (int from = 0; from < ids.size(); from += DERIVED_AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + DERIVED_AT_ONCE));
            derive(write, documents.holdBytes(write.session(), some));
        }
    }

    /**
     * The same, of those articles whose documents nobody holds just now: a long import, which may yet come to want what
     * this holds, is never waited for.
     *
     * @param ids a hundred or so
     * @return the articles whose turn it was; one that its document does not give any more stays as it is
     */
    public List<UUID> deriveFree(ContentWrite write, List<UUID> ids) {
        return derive(write, documents.holdFreeBytes(write.session(), ids));
    }

    private List<UUID> derive(ContentWrite write, List<Incoming> held) {
        var ids = held.stream().map(incoming -> incoming.path().id()).toList();
        var current = rows.current(write, ids);
        var ready = new ArrayList<Ready>();
        for (var incoming : held) {
            var derived = current.contains(incoming.path().id()) ? derivation.shown(incoming) : derivation.of(incoming);
            derived.draft()
                    .ifPresent(draft -> ready.add(new Ready(incoming, draft, derived.entry(), Optional.empty())));
        }
        var keys = keys(ready.stream().map(Ready::draft).toList());
        storeArticles(write, ready, keys.isEmpty() ? Map.of() : terms.numbersWithin(write.session(), keys));
        return ids;
    }

    /** The terms that articles bear. */
    public static List<TermKey> keys(Collection<ArticleDraft> drafts) {
        return drafts.stream()
                .flatMap(draft -> draft.terms().entrySet().stream())
                .flatMap(taxonomy ->
                        taxonomy.getValue().stream().map(term -> new TermKey(taxonomy.getKey(), term.slug())))
                .distinct()
                .toList();
    }
}
