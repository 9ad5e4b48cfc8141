package dev.lede.article.query;

import dev.lede.database.Sql;
import java.util.Optional;

/**
 * What articles are found by their text.
 *
 * @param candidates on {@code search_entry t}: as much of it as the index answers
 * @param proof the rest, where there is any
 */
public record TextCondition(Sql candidates, Optional<Proof> proof) {

    /**
     * What tells which candidates are found. It reads texts, so the fewer the better.
     *
     * @param told on anything {@code t} that has an {@code article_id}
     * @param sure on {@code search_entry t}: those that the index knows to be found
     */
    public record Proof(Sql told, Optional<Sql> sure) {}

    /** Finds nothing. */
    public static final TextCondition NOTHING = new TextCondition(Sql.of("false"), Optional.empty());

    /** Whether no text needs to be read. */
    public boolean isSure() {
        return proof.isEmpty();
    }

    /** The whole of it, on {@code search_entry t}. */
    public Sql whole() {
        return proof.map(rest -> candidates.then("and").then(eachTold(rest))).orElse(candidates);
    }

    // The sure ones are found once, by the index.
    private static Sql eachTold(Proof proof) {
        return proof.sure()
                .map(sure -> Sql.of("(t.article_id in (select t.article_id from search_entry t where")
                        .then(sure)
                        .then(") or")
                        .then(proof.told())
                        .then(")"))
                .orElse(proof.told());
    }
}
