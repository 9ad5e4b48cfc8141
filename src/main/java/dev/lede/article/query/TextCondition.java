package dev.lede.article.query;

import dev.lede.database.Sql;
import java.util.Optional;

/**
 * What articles are found by their text.
 *
 * @param candidates on {@code search_entry t}: as much of it as the index answers
 * @param proof the rest, on anything {@code t} that has an {@code article_id}; it reads texts, so the fewer the better.
 *     Nothing where the candidates are what is found
 */
public record TextCondition(Sql candidates, Optional<Sql> proof) {

    /** Finds nothing. */
    public static final TextCondition NOTHING = new TextCondition(Sql.of("false"), Optional.empty());

    /** Whether no text needs to be read. */
    public boolean isSure() {
        return proof.isEmpty();
    }

    /** The whole of it, on {@code search_entry t}. */
    public Sql whole() {
        return proof.map(rest -> candidates.then("and").then(rest)).orElse(candidates);
    }
}
