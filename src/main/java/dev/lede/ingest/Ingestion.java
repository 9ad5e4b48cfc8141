package dev.lede.ingest;

import dev.lede.article.key.KeyedArticles;
import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.transaction.ContentWrites;
import dev.lede.article.transaction.ContentWrites.Written;
import dev.lede.article.writing.ArticleRows;
import dev.lede.article.writing.ArticleRows.Move;
import dev.lede.database.Sql;
import dev.lede.document.DocumentPath;
import dev.lede.document.Finding;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.ingest.Outcome.Accepted;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.Outcome.Rejected;
import dev.lede.ingest.Storing.Ready;
import dev.lede.ingest.derive.Derivation;
import dev.lede.ingest.derive.Derivation.Derived;
import dev.lede.ingest.store.Documents;
import dev.lede.ingest.store.Incoming;
import dev.lede.taxonomy.TermKey;
import dev.lede.taxonomy.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The line by which documents come in: bytes, document, rendered body, article, stored. One document or many, they all
 * come this way. Thread-safe.
 */
@ApplicationScoped
public class Ingestion {

    private static final Sql NONE = Sql.of("false");

    private final Derivation derivation;
    private final Documents documents;
    private final Storing storing;
    private final ArticleRows rows;
    private final KeyedArticles articles;
    private final Terms terms;
    private final ContentWrites writes;

    Ingestion(
            Derivation derivation,
            Documents documents,
            Storing storing,
            ArticleRows rows,
            KeyedArticles articles,
            Terms terms,
            ContentWrites writes) {
        this.derivation = derivation;
        this.documents = documents;
        this.storing = storing;
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
        var keys = Storing.keys(List.of(draft.get()));
        var numbers = mode.dryRun() ? Map.<TermKey, Long>of() : terms.numbersOf(keys);
        var ready = new Ready(incoming, draft.get(), derived.entry(), derived.embedded());
        return writes.write(mode.ending(), write -> {
            storing.refuseOwned(write, incoming.path().value());
            mode.movedFrom().ifPresent(from -> storing.refuseOwned(write, from.value()));
            // A dry run has yet to make its terms, and undoes them.
            var known = mode.dryRun() ? terms.numbersWithin(write.session(), keys) : numbers;
            return store(write, new Document(ready, derived, known), mode);
        });
    }

    /** A document as it came out of the derivation, with the numbers of its terms. */
    private record Document(Ready ready, Derived derived, Map<TermKey, Long> numbers) {}

    private Outcome store(ContentWrite write, Document document, Mode mode) {
        var ready = document.ready();
        var incoming = ready.incoming();
        // Asked at once, and read when an answer is needed anyway.
        var missing =
                storing.missing(write, Map.of(ready.id(), document.derived().pictures()));
        var going = mode.movedFrom()
                .map(path -> Sql.of("o.article_id = ?", path.id()))
                .orElse(NONE);
        var sameUrls = rows.sameUrls(write, List.of(ready.draft()), going);
        Supplier<List<Finding>> warnings = () -> warnings(document, missing.get(), sameUrls.get());
        if (mode.strict() && !warnings.get().isEmpty()) {
            return new Rejected(incoming.path(), warnings.get());
        }
        // Before the document is held: whoever stores a picture holds that first, and then wants the document.
        storing.awaitPictures(write, ready.draft());
        var move = mode.movedFrom().flatMap(from -> move(write, from, incoming.path()));
        var action = storing.storeBytes(write, List.of(incoming), mode.preconditions())
                .getOrDefault(ready.id(), Action.UNCHANGED);
        if (action != Action.UNCHANGED || move.isPresent()) {
            storing.storeArticles(write, List.of(ready), document.numbers());
            move.ifPresent(made -> rows.move(write, List.of(made)));
        }
        return new Accepted(
                incoming.path(),
                action,
                articles.written(write.session(), ready.id()),
                warnings.get(),
                incoming.hash());
    }

    private static List<Finding> warnings(
            Document document, Map<UUID, List<Finding>> missing, Map<UUID, String> sameUrls) {
        var warnings = new ArrayList<>(document.derived().findings());
        missing.values().forEach(warnings::addAll);
        sameUrls.values()
                .forEach(other -> warnings.add(SameUrl.warning(document.ready().draft(), other)));
        return List.copyOf(warnings);
    }

    /** The move to make; nothing when it was made before, so that a request may be repeated. */
    private Optional<Move> move(ContentWrite write, DocumentPath from, DocumentPath to) {
        var held = documents.hold(write.session(), List.of(from.id()));
        if (held.isEmpty() && !rows.isMoved(write, from.id(), to.id())) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "No document stands at \"" + from + "\", from which to move.");
        }
        return held.isEmpty() || from.equals(to) ? Optional.empty() : Optional.of(new Move(from.id(), to.id()));
    }

    /**
     * Deletes a document with its article.
     *
     * @return what was deleted, as it was; nothing when no document stands there
     */
    public Written<Optional<Accepted>> delete(DocumentPath path, Mode mode) {
        return writes.write(mode.ending(), write -> {
            storing.refuseOwned(write, path.value());
            var hash = documents.hold(write.session(), List.of(path.id())).get(path.id());
            if (hash == null) {
                return Optional.empty();
            }
            mode.preconditions().check(hash);
            var article = articles.written(write.session(), path.id());
            rows.delete(write, List.of(path.id()));
            return Optional.of(new Accepted(path, Action.DELETED, article, List.of(), hash));
        });
    }
}
