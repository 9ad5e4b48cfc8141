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
     * @param told on anything {@code t} that has an {@code article_id}; of those that are not sure
     * @param sure on {@code search_entry t}: those that the index knows to be found
     */
    public record Proof(Sql told, Optional<Sql> sure) {

        /** That a candidate is sure or told, on anything {@code t} that has an {@code article_id}. */
        Sql whole() {
            // The sure ones are found once, by the index.
            return sure.map(known -> Sql.of("(t.article_id in (select t.article_id from search_entry t where")
                            .then(known)
                            .then(") or")
                            .then(told)
                            .then(")"))
                    .orElse(told);
        }
    }

    /** Finds nothing. */
    public static final TextCondition NOTHING = new TextCondition(Sql.of("false"), Optional.empty());

    /** Whether no text needs to be read. */
    public boolean isSure() {
        return proof.isEmpty();
    }

    /** The whole of it, on {@code search_entry t}. */
    public Sql whole() {
        return proof.map(rest -> candidates.then("and").then(rest.whole())).orElse(candidates);
    }
}
