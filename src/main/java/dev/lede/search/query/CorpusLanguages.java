package dev.lede.search.query;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.search.token.Language;
import java.util.EnumSet;
import java.util.Set;

/** Which languages there are visible articles in: by their rules what is typed is read. */
public final class CorpusLanguages {

    /** By so many languages, in the order of their tags. */
    private static final int MOST = 40;

    // From one language to the next along the index, as PostgreSQL has no skip scan before 18.
    private static final Sql STATEMENT = Sql.of("with recursive l (lang) as ("
            + "(select lang from article where visible and kind = 'page' order by lang limit 1) union all"
            + " select (select a.lang from article a where a.visible and a.kind = 'page' and a.lang > l.lang"
            + " order by a.lang limit 1) from l where l.lang is not null"
            + ") select lang from l where lang is not null limit " + MOST);

    private CorpusLanguages() {}

    /** As a session sees them. */
    public static Set<Language> in(Session session) {
        var languages = EnumSet.noneOf(Language.class);
        session.list(STATEMENT, row -> languages.add(Language.of(row.getString("lang"))));
        return languages;
    }
}
