package dev.lede.search.index;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** What articles are found by, as rows. They go with their articles. Thread-safe. */
@ApplicationScoped
public class SearchIndex {

    private static final String UPSERT =
            "insert into search_entry (article_id, listed, lang, date, size, digest, title,"
                    + " tags, summary, accents, body, tokens) select a.id, a.visible and a.kind = 'page', a.lang, a.date, ?, ?, ?,"
                    + " ?, ?, ?, ?, ?::integer[] from article a where a.id = ?"
                    + " on conflict (article_id) do update set size = excluded.size, digest = excluded.digest,"
                    + " title = excluded.title, tags = excluded.tags, summary = excluded.summary, accents = excluded.accents,"
                    + " body = excluded.body, tokens = excluded.tokens where search_entry.digest <> excluded.digest";

    /** For CDI. */
    public SearchIndex() {}

    /** What an article is found by. It is half of the work, and takes no transaction. */
    public SearchEntry entry(ArticleDraft draft) {
        return SearchEntry.of(draft);
    }

    /** Makes articles that have just been stored in this transaction findable. */
    public void store(Session session, Collection<SearchEntry> entries) {
        var rows = new ArrayList<Sql>();
        for (var entry : entries) {
            rows.add(Sql.of(
                    UPSERT,
                    entry.size(),
                    entry.digest(),
                    entry.title(),
                    entry.tags(),
                    entry.summary(),
                    entry.accents(),
                    entry.body(),
                    literal(entry.tokens()),
                    entry.id()));
        }
        session.updateEach(rows);
    }

    private static String literal(int[] tokens) {
        return Arrays.stream(tokens).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
