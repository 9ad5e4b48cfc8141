package dev.lede.article.view;

/**
 * Which articles are related to {@code article a}, and why, as an expression: JSON objects with commas between them, the
 * closest first; null when there are none. They are visible pages, and no translations of the same.
 *
 * <p>Candidates share one of the rarest terms, where those closest in time are taken, or a topic that few have: {@value #TERMS}
 * terms with {@value #NEAREST} articles before and after each, topics that at most {@value #RARE} articles have,
 * {@value #BY_TOPIC} articles in all. Finding out how many have a topic reads what the index holds of it.
 *
 * <p>The score lies between 0 and 1: half of it is what the shared terms weigh among all terms of the article, four tenths
 * the same of topics, and one tenth how close they are in time. A term or topic weighs the more the fewer articles have it.
 * An article without terms is compared by its topics instead.
 */
final class RelatedSql {

    /** How many are told. */
    private static final int MOST = 6;

    private static final int TERMS = 8;
    private static final int NEAREST = 25;
    private static final int RARE = 300;
    private static final int BY_TOPIC = 1_000;

    private static final String TERMS_OF_IT = "terms as materialized (select b.term_id, x.taxonomy, x.slug, b.name,"
            + " ln(1 + n.articles / greatest((select sum(c.count) from term_count c where c.term_id = b.term_id), 1)::float8)"
            + " as weight from n, article_term b join term x on x.id = b.term_id where b.article_id = a.id)";

    // A topic that more have than are counted weighs as one that lies halfway between these and all.
    private static final String TOPICS_OF_IT = "topics as materialized (select k.token, c.count,"
            + " ln(1 + n.articles / case when c.count <= " + RARE + " then c.count else sqrt(" + RARE
            + " * greatest(n.articles, " + RARE + ")) end) as weight"
            + " from n, search_entry e cross join lateral unnest(e.topics) k (token) cross join lateral"
            + " (select greatest(count(*), 1) as count from (select from search_entry o"
            + " where o.topics @> array[k.token] and o.listed limit " + (RARE + 1)
            + ") f) c where e.article_id = a.id)";

    private static final String CANDIDATES = "candidates as materialized ("
            + "select x.article_id from (select t.term_id from terms t order by t.weight desc, t.term_id limit " + TERMS
            + ") r cross join lateral (" + nearest("<", " desc") + " union all " + nearest(">", "") + ") x"
            + " union (select o.article_id from search_entry o where o.listed and o.topics && (select array_agg(k.token)"
            + " from (select token, count, sum(count) over (order by count, token) as so_far from topics) k"
            + " where k.count <= " + RARE + " and k.so_far <= " + BY_TOPIC + ")))";

    private static final String COMPARED = "compared as (select o.article_id, o.lang, o.date,"
            + " (select sum(t.weight) from terms t join article_term x on x.article_id = o.article_id"
            + " and x.term_id = t.term_id) / (select sum(weight) from terms) as by_terms,"
            + " (select sum(k.weight) from topics k where k.token = any(o.topics))"
            + " / (select sum(weight) from topics) as by_topics,"
            + " case when isfinite(o.date) and isfinite(a.date)"
            + " then abs(extract(epoch from o.date - a.date)::float8) / 86400 end as days"
            + " from candidates c join search_entry o on o.article_id = c.article_id where o.article_id <> a.id"
            + " and o.article_id not in (select s.id from article s where s.translation_key = a.translation_key))";

    private static final String SCORED = "scored as (select p.*,"
            + " (case when exists (select from terms)"
            + " then 0.5 * coalesce(p.by_terms, 0) + 0.4 * coalesce(p.by_topics, 0)"
            + " else 0.9 * coalesce(p.by_topics, 0) end + 0.1 * coalesce(exp(-least(p.days, 36500) / 365), 0)) as score from compared p)";

    private static final String CLOSEST = "closest as (select p.*, row_number() over"
            + " (order by p.lang = a.lang desc, p.score desc, p.date desc, p.article_id desc) as place from scored p)";

    private static final String REASONS =
            "json_build_object('terms', coalesce((select json_agg(json_build_object('taxonomy',"
                    + " t.taxonomy, 'slug', t.slug, 'name', t.name) order by t.weight desc, t.term_id) from terms t"
                    + " join article_term x on x.article_id = p.article_id and x.term_id = t.term_id), '[]'::json),"
                    + " 'text', round(coalesce(p.by_topics, 0)::numeric, 2), 'days', floor(p.days))";

    static final String EXPRESSION = "(with n as materialized (select greatest(sum(count), 1)::float8 as articles"
            + " from article_count), " + TERMS_OF_IT + ", " + TOPICS_OF_IT + ", " + CANDIDATES + ", " + COMPARED + ", "
            + SCORED + ", " + CLOSEST
            + " select string_agg(rtrim(r.reference, '}') || ',\"score\":' || round(p.score::numeric, 3)"
            + " || ',\"reasons\":' || json_strip_nulls(" + REASONS + ") || '}', ',' order by p.place)"
            + " from closest p join article r on r.id = p.article_id where p.place <= " + MOST + ")";

    private RelatedSql() {}

    private static String nearest(String comparison, String direction) {
        return "(select x.article_id from article_term x where x.term_id = r.term_id and x.listed"
                + " and (x.date, x.article_id) " + comparison + " (a.date, a.id)"
                + " order by x.date" + direction + ", x.article_id" + direction + " limit " + NEAREST + ")";
    }
}
