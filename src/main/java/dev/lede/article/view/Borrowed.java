package dev.lede.article.view;

/**
 * What an article shows of others, and so the way back: from what changed to the articles that show it. Each is the
 * reverse of the {@link Piece} of its name, as of the moment of the statement.
 */
public enum Borrowed {
    TRANSLATIONS("select o.id from unnest(w.touched) t (label) join article o"
            + " on o.translation_key = substr(t.label, length('translations:') + 1)"
            + " where starts_with(t.label, 'translations:')"),
    // The index compares as the database does by itself, the log byte by byte; what is equal is so either way.
    LINKS("select l.article_id from article_link l where l.paths @> array[w.path collate \"default\"]"
            + " union all select l.article_id from unnest(w.touched) t (label)"
            + " join article_link l on l.slug = substr(t.label, length('slug:') + 1) and l.slug <> ''"
            + " where starts_with(t.label, 'slug:')"),
    /** Those on either side of where the article was and is; and sections, which may stand anywhere between. */
    NEIGHBORS("select o.id from (select distinct substr(s.label, length('section:') + 1) as section,"
            + " substr(g.label, length('lang:') + 1) as lang, d.date from unnest(w.touched) s (label)"
            + " cross join unnest(w.touched) g (label) cross join (values (w.date_before), (w.date_after)) d (date)"
            + " where starts_with(s.label, 'section:') and starts_with(g.label, 'lang:')) p"
            + " cross join lateral (" + beside("<", " desc") + " union all " + beside(">", "")
            + " union all (select o.id from article o where o.visible and o.kind = 'section'"
            + " and o.section = p.section and o.lang = p.lang)) o");

    private final String borrowers;

    Borrowed(String borrowers) {
        this.borrowers = borrowers;
    }

    private static String beside(String comparison, String direction) {
        return "(select o.id from article o where o.visible and o.kind = 'page' and o.section = p.section"
                + " and o.lang = p.lang and (o.date, o.id) " + comparison + " (p.date, w.article_id)"
                + " order by o.date" + direction + ", o.id" + direction + " limit 1)";
    }

    /**
     * A query for the ids of visible and other articles, some perhaps repeatedly, that show something of what one row
     * {@code w} of the log is about: its {@code article_id}, {@code path}, {@code touched}, {@code date_before} and
     * {@code date_after}.
     */
    public String borrowers() {
        return borrowers;
    }
}
