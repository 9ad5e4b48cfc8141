package dev.lede.ingest;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.key.KeyedArticles;
import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.transaction.ContentWrites;
import dev.lede.article.transaction.ContentWrites.Written;
import dev.lede.article.writing.ArticleRows;
import dev.lede.document.DocumentPath;
import dev.lede.document.Finding;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.ingest.Outcome.Accepted;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.Outcome.Rejected;
import dev.lede.ingest.derive.Derivation;
import dev.lede.ingest.derive.Derivation.Derived;
import dev.lede.ingest.store.Assets;
import dev.lede.ingest.store.Documents;
import dev.lede.ingest.store.Incoming;
import dev.lede.ingest.store.Sha256;
import dev.lede.taxonomy.TermKey;
import dev.lede.taxonomy.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The line by which documents come in: bytes, document, rendered body, article, stored. One document or many, they all
 * come this way. Thread-safe.
 */
@ApplicationScoped
public class Ingestion {

    private static final int MOST_TURNS = 10;

    private final Derivation derivation;
    private final Documents documents;
    private final Assets assets;
    private final ArticleRows rows;
    private final KeyedArticles articles;
    private final Terms terms;
    private final ContentWrites writes;

    Ingestion(
            Derivation derivation,
            Documents documents,
            Assets assets,
            ArticleRows rows,
            KeyedArticles articles,
            Terms terms,
            ContentWrites writes) {
        this.derivation = derivation;
        this.documents = documents;
        this.assets = assets;
        this.rows = rows;
        this.articles = articles;
        this.terms = terms;
        this.writes = writes;
    }

    /**
     * Stores a document and the article it gives, or finds them unchanged.
     *
     * @throws ProblemException when a precondition does not hold, or the document to move from is not there
     */
    public Written<Outcome> put(Incoming incoming, Mode mode) {
        var derived = derivation.of(incoming);
        var draft = derived.draft();
        if (draft.isEmpty() || (mode.strict() && !derived.findings().isEmpty())) {
            return new Written<>(new Rejected(incoming.path(), derived.findings()), 0);
        }
        var numbers = mode.dryRun() ? Map.<TermKey, Long>of() : terms.numbersOf(keys(draft.get()));
        return writes.write(
                mode.ending(), write -> store(write, incoming, new Ready(draft.get(), derived, numbers), mode));
    }

    /** A draft with the numbers of its terms, which a dry run has yet to make. */
    private record Ready(ArticleDraft draft, Derived derived, Map<TermKey, Long> numbers) {}

    private Outcome store(ContentWrite write, Incoming incoming, Ready ready, Mode mode) {
        var warnings = new ArrayList<>(ready.derived().findings());
        rows.sameUrl(write, ready.draft())
                .map(other ->
                        Finding.warning("The url " + ready.draft().article().url() + " is also that of " + other))
                .ifPresent(warnings::add);
        if (mode.strict() && !warnings.isEmpty()) {
            return new Rejected(incoming.path(), List.copyOf(warnings));
        }
        var from = mode.movedFrom()
                .map(path -> movedFrom(write, incoming.path(), path))
                .orElse(null);
        var action = storeBytes(write, incoming, mode);
        if (action != Action.UNCHANGED || from != null) {
            storeArticle(write, ready, mode, from);
        }
        return new Accepted(
                incoming.path(),
                action,
                articles.written(write.session(), incoming.path().id()),
                List.copyOf(warnings),
                Sha256.hex(Sha256.of(incoming.bytes())));
    }

    private void storeArticle(ContentWrite write, Ready ready, Mode mode, @Nullable UUID movedFrom) {
        var numbers = mode.dryRun() ? terms.numbersWithin(write.session(), keys(ready.draft())) : ready.numbers();
        ready.derived()
                .embedded()
                .filter(asset -> assets.storeNew(write.session(), asset, write.now()))
                .ifPresent(asset -> write.assetChanged(asset.path()));
        rows.store(write, ready.draft(), numbers, movedFrom);
    }

    /** The article to take the place of; null when that was done before, so that a request may be repeated. */
    private @Nullable UUID movedFrom(ContentWrite write, DocumentPath to, DocumentPath from) {
        var held = documents.hold(write.session(), from.value());
        if (held.isEmpty() && !rows.isMoved(write, from.id(), to.id())) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "No document stands at \"" + from + "\", from which to move.");
        }
        return held.map(Documents.Held::id).filter(id -> !id.equals(to.id())).orElse(null);
    }

    private Action storeBytes(ContentWrite write, Incoming incoming, Mode mode) {
        var session = write.session();
        var path = incoming.path();
        var held = documents.hold(session, path.value());
        // Between the two statements another transaction may make it, and a third one delete it again.
        for (int turn = 0; held.isEmpty() && turn < MOST_TURNS; turn++) {
            mode.preconditions().check(null);
            if (documents.insert(session, path.id(), path.value(), incoming.bytes(), write.now())) {
                return Action.CREATED;
            }
            held = documents.hold(session, path.value());
        }
        var stored = held.orElseThrow(() -> new IllegalStateException("A document comes and goes: " + path.value()));
        mode.preconditions().check(stored.hash());
        if (stored.hash().equals(Sha256.hex(Sha256.of(incoming.bytes())))) {
            return Action.UNCHANGED;
        }
        documents.replace(session, stored.id(), incoming.bytes(), write.now());
        return Action.UPDATED;
    }

    private static List<TermKey> keys(ArticleDraft draft) {
        return draft.terms().entrySet().stream()
                .flatMap(taxonomy ->
                        taxonomy.getValue().stream().map(term -> new TermKey(taxonomy.getKey(), term.slug())))
                .toList();
    }

    /**
     * Deletes a document with its article.
     *
     * @return what was deleted, as it was; nothing when no document stands there
     */
    public Written<Optional<Accepted>> delete(DocumentPath path, Mode mode) {
        return writes.write(mode.ending(), write -> {
            var held = documents.hold(write.session(), path.value());
            if (held.isEmpty()) {
                return Optional.empty();
            }
            mode.preconditions().check(held.get().hash());
            var article = articles.written(write.session(), held.get().id());
            rows.delete(write, held.get().id());
            return Optional.of(new Accepted(
                    path, Action.DELETED, article, List.of(), held.get().hash()));
        });
    }

    /** Derives articles once more from their documents, after something else that they show has changed. */
    void deriveAgain(ContentWrite write, List<UUID> ids) {
        for (var id : ids) {
            documents.holdBytes(write.session(), id).ifPresent(incoming -> {
                var draft = derivation.of(incoming).draft();
                draft.ifPresent(
                        ready -> rows.store(write, ready, terms.numbersWithin(write.session(), keys(ready)), null));
            });
        }
    }
}
