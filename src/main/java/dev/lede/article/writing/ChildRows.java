package dev.lede.article.writing;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.taxonomy.TermKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The rows that hang on those of articles: terms, links, and the assets that would be thumbnails. */
final class ChildRows {

    private ChildRows() {}

    /** Deletes what articles had, but for what they were called before. */
    static void clear(Session session, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            session.later(Sql.of(
                    "with ids as materialized (select unnest(?::uuid[]) as id),"
                            + " terms as (delete from article_term where article_id in (select id from ids)),"
                            + " links as (delete from article_link where article_id in (select id from ids)),"
                            + " pictures as (delete from thumbnail where article_id in (select id from ids)),"
                            + " candidates as (delete from thumbnail_candidate where article_id in (select id from ids))"
                            + " delete from address where article_id in (select id from ids) and relation <> 'former'",
                    List.copyOf(ids)));
        }
    }

    /** A link with the article that has it, as the database reads it from JSON. */
    private record LinkRow(UUID article, int ordinal, int at, List<String> paths, String slug, String otherwise) {}

    static void insertLinks(Session session, Map<UUID, LinkedBody> bodies) {
        var rows = new ArrayList<LinkRow>();
        bodies.forEach((id, body) -> {
            int ordinal = 1;
            for (var link : body.links()) {
                rows.add(new LinkRow(id, ordinal++, link.at(), link.paths(), link.slug(), link.otherwise()));
            }
        });
        if (!rows.isEmpty()) {
            session.later(Sql.of(
                    "insert into article_link (article_id, ordinal, at, paths, slug, otherwise)"
                            + " select article, ordinal, at, paths, slug, otherwise from jsonb_to_recordset(?::jsonb)"
                            + " as (article uuid, ordinal integer, at integer, paths text[], slug text, otherwise text)",
                    Json.of(rows)));
        }
    }

    static void insertCandidates(Session session, List<ArticleDraft> drafts) {
        var ids = new ArrayList<UUID>();
        var paths = new ArrayList<String>();
        for (var draft : drafts) {
            draft.thumbnail().paths().stream().distinct().forEach(path -> {
                ids.add(draft.article().id());
                paths.add(path);
            });
        }
        if (!ids.isEmpty()) {
            session.later(Sql.of(
                    "insert into thumbnail_candidate (article_id, path) select * from unnest(?::uuid[], ?::text[])",
                    ids,
                    paths));
        }
    }

    /** Inserts the terms of articles that are stored. */
    static void insertTerms(Session session, List<ArticleDraft> drafts, Map<TermKey, Long> numbers) {
        var articles = new ArrayList<UUID>();
        var terms = new ArrayList<Long>();
        var ordinals = new ArrayList<Integer>();
        var names = new ArrayList<String>();
        for (var draft : drafts) {
            int ordinal = 1;
            for (var taxonomy : draft.terms().entrySet()) {
                for (var term : taxonomy.getValue()) {
                    articles.add(draft.article().id());
                    terms.add(Objects.requireNonNull(numbers.get(new TermKey(taxonomy.getKey(), term.slug()))));
                    ordinals.add(ordinal++);
                    names.add(term.name());
                }
            }
        }
        if (!articles.isEmpty()) {
            session.later(Sql.of(
                    "insert into article_term (article_id, term_id, ordinal, name, listed, lang, date)"
                            + " select a.id, t.term, t.ordinal, t.name, a.visible and a.kind = 'page', a.lang, a.date"
                            + " from unnest(?::uuid[], ?::bigint[], ?::integer[], ?::text[]) t (article, term, ordinal, name)"
                            + " join article a on a.id = t.article",
                    articles,
                    terms,
                    ordinals,
                    names));
        }
    }
}
