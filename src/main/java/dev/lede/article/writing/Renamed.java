package dev.lede.article.writing;

import dev.lede.article.writing.ArticleRows.Move;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** An article before and after: what it was called while it was visible is to be remembered. */
record Renamed(StoredArticle before, StoredArticle after) {

    /** Those of the articles that stood before. */
    static List<Renamed> among(Map<UUID, StoredArticle> before, List<StoredArticle> after) {
        return after.stream()
                .filter(article -> before.containsKey(article.id()))
                .map(article -> new Renamed(Objects.requireNonNull(before.get(article.id())), article))
                .toList();
    }

    static List<Renamed> by(List<Move> moves, Map<UUID, StoredArticle> old, Map<UUID, StoredArticle> heirs) {
        return moves.stream()
                .map(move -> new Renamed(
                        Objects.requireNonNull(old.get(move.from())), Objects.requireNonNull(heirs.get(move.to()))))
                .toList();
    }
}
