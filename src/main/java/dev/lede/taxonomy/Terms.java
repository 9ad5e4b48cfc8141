package dev.lede.taxonomy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** All terms by their numbers. A term once made stays, so numbers may be remembered. Thread-safe. */
@ApplicationScoped
public class Terms {

    private static final int REMEMBERED = 100_000;

    private final Database database;
    private final Cache<TermKey, Long> numbers =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Terms(Database database) {
        this.database = database;
    }

    /**
     * The numbers of the terms, made where they are missing, each in a statement that commits by itself: no long
     * transaction ever holds a term that another one wants.
     */
    public Map<TermKey, Long> numbersOf(Collection<TermKey> keys) {
        var known = new HashMap<TermKey, Long>(numbers.getAllPresent(keys));
        var missing =
                keys.stream().filter(key -> !known.containsKey(key)).distinct().toList();
        if (!missing.isEmpty()) {
            Map<TermKey, Long> found = database.read(session -> makeAndFind(session, missing));
            numbers.putAll(found);
            known.putAll(found);
        }
        return known;
    }

    /** The number of a term, if it was ever made. */
    public OptionalLong known(TermKey key) {
        var remembered = numbers.getIfPresent(key);
        if (remembered != null) {
            return OptionalLong.of(remembered);
        }
        var found = database.read(session -> session.first(
                Sql.of("select id from term where taxonomy = ? and slug = ?", key.taxonomy(), key.slug()),
                row -> row.getLong("id")));
        found.ifPresent(number -> numbers.put(key, number));
        return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
    }

    /** The same within a transaction that will be rolled back: nothing is remembered. */
    public Map<TermKey, Long> numbersWithin(Session session, Collection<TermKey> keys) {
        return makeAndFind(session, keys.stream().distinct().toList());
    }

    private static Map<TermKey, Long> makeAndFind(Session session, List<TermKey> keys) {
        var taxonomies = keys.stream().map(TermKey::taxonomy).toList();
        var slugs = keys.stream().map(TermKey::slug).toList();
        var found = new HashMap<TermKey, Long>();
        Consumer<Sql> find = sql -> session.list(
                        sql,
                        row -> Map.entry(
                                new TermKey(row.getString("taxonomy"), row.getString("slug")), row.getLong("id")))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        Function<String, Sql> among = statement -> Sql.of(statement, taxonomies, slugs);
        find.accept(
                among.apply(
                        "select id, taxonomy, slug from term where (taxonomy, slug) in (select * from unnest(?::text[], ?::text[]))"));
        if (found.size() < keys.size()) {
            session.update(among.apply(
                    "insert into term (taxonomy, slug) select * from unnest(?::text[], ?::text[]) order by 1, 2"
                            + " on conflict do nothing"));
            find.accept(among.apply("select id, taxonomy, slug from term"
                    + " where (taxonomy, slug) in (select * from unnest(?::text[], ?::text[]))"));
        }
        return found;
    }
}
