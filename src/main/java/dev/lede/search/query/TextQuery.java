package dev.lede.search.query;

import dev.lede.article.query.TextCondition;
import dev.lede.database.Sql;
import dev.lede.search.query.Term.Exact;
import dev.lede.search.query.Term.Proof;
import dev.lede.search.query.Term.WordForms;
import dev.lede.search.text.FlatText;
import dev.lede.search.text.Piece;
import dev.lede.search.token.Field;
import dev.lede.search.token.Language;
import dev.lede.search.token.Needs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody typed, as terms that all must be there and terms that must not. Anything may have been typed.
 *
 * @param terms in their order
 * @param required those of them that an article must have: words that say little are no condition beside others
 * @param flat all that is searched for, as it would stand in a flat text
 */
public record TextQuery(List<Term> terms, List<Term> required, List<Term> excluded, String flat) {

    /**
     * Texts are read where tokens say too little. What stands before the first match is all that it takes to tell whether
     * there is one; {@code strpos} would count the characters of it, which takes longer than to find the match.
     */
    private static final String FOUND = "octet_length(split_part(s.flat, ?, 1)) < octet_length(s.flat)";

    /** @param languages those that there are articles in */
    public static TextQuery parse(String query, Set<Language> languages) {
        var reader = new TermReader(languages);
        var chunks = Chunk.of(query);
        var terms = new ArrayList<Term>();
        var excluded = new ArrayList<Term>();
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            if (chunk.excluded()) {
                excluded.addAll(reader.of(chunk, false));
            } else {
                terms.addAll(reader.of(chunk, i == chunks.size() - 1));
                pieces.addAll(chunk.pieces());
            }
        }
        if (terms.isEmpty()) {
            // Nothing but what is not wanted says what is looked for.
            terms.addAll(excluded);
            excluded.clear();
            chunks.forEach(chunk -> pieces.addAll(chunk.pieces()));
        }
        return of(terms, excluded, pieces);
    }

    /**
     * The same text as parts that somebody has cut out of an article anywhere, even within words: for what is not found
     * otherwise and has characters of a script without spaces, by which it can be.
     */
    public static TextQuery cutOut(String query) {
        var chunks = Chunk.of(query);
        var pieces = chunks.stream().flatMap(chunk -> chunk.pieces().stream()).toList();
        return of(chunks.stream().map(TermReader::cut).toList(), List.of(), pieces);
    }

    private static TextQuery of(List<Term> terms, List<Term> excluded, List<Piece> pieces) {
        var telling = terms.stream().filter(term -> !term.ignorable()).toList();
        var flat = new FlatText();
        pieces.forEach(flat::add);
        return new TextQuery(
                List.copyOf(terms),
                telling.isEmpty() ? List.copyOf(terms) : telling,
                List.copyOf(excluded),
                flat.toString());
    }

    /** Whether words stand beside characters of a script without spaces. */
    public static boolean isMixed(String query) {
        var kinds = Chunk.of(query).stream()
                .flatMap(chunk -> chunk.pieces().stream())
                .map(Piece::getClass)
                .distinct();
        return kinds.count() > 1;
    }

    /** Whether it asks for nothing, and so finds nothing. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The condition that all of it is there, anywhere. */
    public TextCondition condition() {
        return conditionIn(Field.ANY);
    }

    /** The condition that all of it is there, and in one field as far as tokens tell. */
    public TextCondition conditionIn(Field field) {
        if (isEmpty()) {
            return TextCondition.NOTHING;
        }
        var needed = Sql.and(tokens(field));
        var conditions = new ArrayList<>(List.of(needed));
        excluded.forEach(term -> conditions.add(without(term, needed)));
        var candidates = Sql.and(conditions);
        var proofs = required.stream().flatMap(term -> term.proof().stream()).toList();
        return new TextCondition(
                candidates,
                proofs.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new TextCondition.Proof(
                                Sql.and(proofs.stream().map(TextQuery::told).toList()), sure(candidates, proofs))));
    }

    /** The condition on {@code search_entry t} that all of it is in one field, as far as tokens tell. */
    public Sql tokensIn(Field field) {
        return Sql.and(tokens(field));
    }

    private static Optional<Sql> sure(Sql candidates, List<Proof> proofs) {
        if (proofs.stream().anyMatch(proof -> proof.unless().isEmpty())) {
            return Optional.empty();
        }
        var all = new ArrayList<>(List.of(candidates));
        proofs.forEach(proof -> proof.unless().ifPresent(needs -> all.addAll(tokens(List.of(needs), Field.ANY))));
        return Optional.of(Sql.and(all));
    }

    // Found by themselves, among those that would be taken else: a condition on each row would read what the index
    // knows.
    private static Sql without(Term term, Sql needed) {
        var found = tokens(List.of(term.needs()), Field.ANY);
        found.add(needed);
        term.proof().ifPresent(proof -> found.add(told(proof)));
        return Sql.of("t.article_id not in (select t.article_id from search_entry t where")
                .then(Sql.and(found))
                .then(")");
    }

    /** The condition that the text of all terms is in the title of {@code t}, as it was typed. */
    public Sql conditionOnTitle() {
        return Sql.and(terms.stream()
                .map(term -> Sql.of("strpos(t.title, ?) > 0", begun(term)))
                .toList());
    }

    private static String begun(Term term) {
        if (term.forms() instanceof WordForms word) {
            return " " + word.text() + (word.prefix() ? "" : " ");
        }
        return ((Exact) term.forms()).pattern();
    }

    /** The condition on {@code search_entry t} that a token is there, which an expression gives. */
    public static Sql having(String token) {
        return Sql.of("t.tokens @> array[" + token + "]");
    }

    /** The condition on {@code search_entry t} that these tokens are there. */
    public static Sql condition(Needs needs) {
        return Sql.and(tokens(List.of(needs), Field.ANY));
    }

    private List<Sql> tokens(Field field) {
        return tokens(required.stream().map(Term::needs).toList(), field);
    }

    private static List<Sql> tokens(List<Needs> needed, Field field) {
        var all = new ArrayList<Integer>();
        var conditions = new ArrayList<Sql>();
        for (var needs : needed) {
            all.addAll(needs.all(field));
            needs.any(field).forEach(any -> conditions.add(Sql.of("t.tokens && ?::integer[]", texts(any))));
        }
        if (!all.isEmpty()) {
            conditions.add(0, Sql.of("t.tokens @> ?::integer[]", texts(all)));
        }
        return conditions;
    }

    private static List<String> texts(Collection<Integer> tokens) {
        return tokens.stream().distinct().map(String::valueOf).toList();
    }

    private static Sql told(Proof proof) {
        return Sql.of("(select")
                .then(Sql.of(FOUND, proof.pattern()))
                .then("from search_text s where s.article_id = t.article_id)");
    }
}
