package dev.lede.search.index;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;

/** What articles are found by, as rows. They go with their articles. Thread-safe. */
@ApplicationScoped
public class SearchIndex {

    private static final String UPSERT =
            "with e as (insert into search_entry (article_id, listed, lang, date, section, size, digest, title, tokens, topics)"
                    + " select a.id, a.visible and a.kind = 'page', a.lang, a.date, a.section, ?, ?, ?, ?, ? from article a where a.id = ?"
                    + " on conflict (article_id) do update set section = excluded.section, size = excluded.size, digest = excluded.digest,"
                    + " title = excluded.title, tokens = excluded.tokens, topics = excluded.topics"
                    + " where search_entry.digest <> excluded.digest returning article_id)"
                    + " insert into search_text (article_id, accents, flat) select e.article_id, ?, ? from e"
                    + " on conflict (article_id) do update set accents = excluded.accents, flat = excluded.flat";

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
                    entry.tokens(),
                    entry.topics(),
                    entry.id(),
                    entry.accents(),
                    entry.flat()));
        }
        session.laterEach(rows);
    }
}
