package dev.lede.ingest;

import dev.lede.article.Articles;
import dev.lede.article.writing.ArticleDraft;
import dev.lede.article.writing.ArticleRows;
import dev.lede.article.writing.ContentWrite;
import dev.lede.article.writing.ContentWrites;
import dev.lede.article.writing.ContentWrites.Written;
import dev.lede.database.Sql;
import dev.lede.document.DocumentPath;
import dev.lede.document.Finding;
import dev.lede.ingest.Derivation.Derived;
import dev.lede.ingest.Outcome.Accepted;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.Outcome.Rejected;
import dev.lede.taxonomy.TermKey;
import dev.lede.taxonomy.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line by which documents come in: bytes, document, rendered body, article, stored. One document or many, they all
 * come this way. Thread-safe.
 */
@ApplicationScoped
class Ingestion {

    private final Derivation derivation;
    private final Documents documents;
    private final ArticleRows rows;
    private final Articles articles;
    private final Terms terms;
    private final ContentWrites writes;

    Ingestion(
            Derivation derivation,
            Documents documents,
            ArticleRows rows,
            Articles articles,
            Terms terms,
            ContentWrites writes) {
        this.derivation = derivation;
        this.documents = documents;
        this.rows = rows;
        this.articles = articles;
        this.terms = terms;
        this.writes = writes;
    }

    /**
     * Stores a document and the article it gives, or finds them unchanged.
     *
     * @throws dev.lede.http.problem.ProblemException when a precondition does not hold
     */
    Written<Outcome> put(Incoming incoming, Mode mode) {
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
        sameUrl(write, ready.draft()).ifPresent(warnings::add);
        if (mode.strict() && !warnings.isEmpty()) {
            return new Rejected(incoming.path(), List.copyOf(warnings));
        }
        var action = storeBytes(write, incoming, mode);
        if (action != Action.UNCHANGED) {
            var numbers = mode.dryRun() ? terms.numbersWithin(write.session(), keys(ready.draft())) : ready.numbers();
            rows.store(write, ready.draft(), numbers, action == Action.CREATED);
        }
        return new Accepted(
                incoming.path(),
                action,
                articles.written(write.session(), incoming.path().id()),
                List.copyOf(warnings),
                Sha256.hex(Sha256.of(incoming.bytes())));
    }

    private Action storeBytes(ContentWrite write, Incoming incoming, Mode mode) {
        var session = write.session();
        var path = incoming.path();
        var held = documents.hold(session, path.value());
        if (held.isEmpty()) {
            mode.preconditions().check(null);
            if (documents.insert(session, path.id(), path.value(), incoming.bytes(), write.now())) {
                return Action.CREATED;
            }
            // Another transaction made it between the two statements: it stands now.
            held = documents.hold(session, path.value());
        }
        var stored = held.orElseThrow(() -> new IllegalStateException("A document came and went: " + path.value()));
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

    private static Optional<Finding> sameUrl(ContentWrite write, ArticleDraft draft) {
        return write.session()
                .first(
                        Sql.of(
                                "select d.path from article a join document d on d.id = a.id"
                                        + " where a.url = ? and a.id <> ? order by d.path limit 1",
                                draft.article().url(),
                                draft.article().id()),
                        row -> row.getString("path"))
                .map(other -> Finding.warning("The url " + draft.article().url() + " is also that of " + other));
    }

    /**
     * Deletes a document with its article.
     *
     * @return what was deleted, as it was; nothing when no document stands there
     */
    Written<Optional<Accepted>> delete(DocumentPath path, Mode mode) {
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
}
