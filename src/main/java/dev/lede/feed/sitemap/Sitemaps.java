package dev.lede.feed.sitemap;

import dev.lede.article.media.SiteAddresses;
import dev.lede.article.query.LanguageConfig;
import dev.lede.article.query.Perspective;
import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.feed.RequestAddresses;
import dev.lede.feed.sitemap.Parts.Bucket;
import dev.lede.feed.sitemap.Parts.Part;
import dev.lede.feed.sitemap.SitemapXml.UrlSet;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The sitemaps of all visible articles, pages and sections. Thread-safe. */
@ApplicationScoped
class Sitemaps {

    private static final String MEDIA_TYPE = "application/xml;charset=UTF-8";

    /** Each is held in memory while it is made. */
    private static final int MOST_AT_ONCE = 2;

    /** In seconds: how long one waits for its turn. */
    private static final long PATIENCE = 10;

    /** Rows that are in memory together. */
    private static final int ROWS_AT_ONCE = 500;

    /** More than the markup of one address takes, with its date; and of one of its translations. */
    private static final int MARKUP = 120;

    private static final int MARKUP_OF_VERSION = 80;

    /** The protocol lets addresses have fewer characters than this; search engines would not take longer ones. */
    private static final int LONGEST_ADDRESS = 2_048;

    private final Database database;
    private final RequestAddresses addresses;
    private final String defaultLanguage;
    private final Limits limits;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE, true);
    private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

    @Inject
    Sitemaps(Database database, RequestAddresses addresses, LanguageConfig language) {
        this(database, addresses, language, Limits.OF_PROTOCOL);
    }

    Sitemaps(Database database, RequestAddresses addresses, LanguageConfig language, Limits limits) {
        this.database = database;
        this.addresses = addresses;
        this.defaultLanguage = language.defaultLanguage();
        this.limits = limits;
    }

    /** Parts, which depend on how long the site's address is. */
    private record Known(String site, Parts parts) {}

    /** The sitemap, or the list of its parts when one would be too large. */
    Answer whole(HttpServerRequest request) {
        var where = addresses.of(request);
        return read(session -> {
            var snapshot = snapshot(session);
            var parts = parts(session, snapshot, where).parts();
            var xml = parts.size() == 1 ? written(session, parts.get(0), where) : index(parts, where);
            return answer(snapshot, xml);
        });
    }

    /**
     * One part of the sitemap.
     *
     * @param number from 1
     * @throws ProblemException {@code not-found} when there are fewer
     */
    Answer part(HttpServerRequest request, int number) {
        var where = addresses.of(request);
        return read(session -> {
            var snapshot = snapshot(session);
            var parts = parts(session, snapshot, where).parts();
            if (number < 1 || number > parts.size()) {
                throw new ProblemException(
                        ProblemType.NOT_FOUND,
                        "The sitemap has parts 1 to " + parts.size() + "; /sitemap.xml names them.");
            }
            return answer(snapshot, written(session, parts.get(number - 1), where));
        });
    }

    private Answer answer(Snapshot snapshot, byte[] xml) {
        return addresses.varying(snapshot.answer(Answer.of(MEDIA_TYPE, xml)));
    }

    private <T> T read(Function<Session, T> work) {
        try {
            if (!free.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
                throw new ProblemException(ProblemType.BUSY, "As many sitemaps as may be made at once are being made.")
                        .retryAfter(Duration.ofSeconds(PATIENCE));
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to make a sitemap", interruption);
        }
        try (var snapshot = database.snapshot()) {
            return work.apply(snapshot.session());
        } finally {
            free.release();
        }
    }

    private static Snapshot snapshot(Session session) {
        return session.one(Sql.of("select " + Snapshot.COLUMNS + " from revision r"), Snapshot::of);
    }

    private static byte[] index(List<Part> parts, SiteAddresses where) {
        var named = IntStream.rangeClosed(1, parts.size())
                .mapToObj(number -> where.api() + "/sitemap-" + number + ".xml")
                .toList();
        return SitemapXml.index(named);
    }

    private Parts parts(Session session, Snapshot snapshot, SiteAddresses where) {
        var known = last.get();
        if (known != null && known.parts.revision() == snapshot.revision() && known.site.equals(where.site())) {
            return known.parts;
        }
        var parts = Parts.of(snapshot.revision(), buckets(session, where), limits);
        last.set(new Known(where.site(), parts));
        return parts;
    }

    // A translated article names a version in each language, and one of them twice.
    private static List<Bucket> buckets(Session session, SiteAddresses where) {
        var statement = Sql.of(
                        "with grouped as (select o.translation_key, sum(octet_length(o.url) + ?)"
                                + " + max(octet_length(o.url) + ?) as bytes from article o where",
                        MARKUP_OF_VERSION + where.site().length(),
                        MARKUP_OF_VERSION + where.site().length())
                .then(Perspective.PUBLISHED.condition("o"))
                .then(
                        "group by o.translation_key having count(*) > 1)"
                                // These operators all bind alike.
                                + " select (get_byte(uuid_send(a.id), 0) << 4) | (get_byte(uuid_send(a.id), 1) >> 4) as prefix,"
                                + " count(*) as count, sum(octet_length(a.url) + ? + coalesce(g.bytes, 0)) as bytes"
                                + " from article a left join grouped g on g.translation_key = a.translation_key where",
                        MARKUP + where.site().length())
                .then(named(where))
                .then("group by 1");
        return session.list(
                statement, row -> new Bucket(row.getInt("prefix"), row.getLong("count"), row.getLong("bytes")));
    }

    private static Sql named(SiteAddresses where) {
        return Perspective.PUBLISHED
                .condition("a")
                .then(
                        "and octet_length(a.url) < ?",
                        LONGEST_ADDRESS - where.site().length());
    }

    private byte[] written(Session session, Part part, SiteAddresses where) {
        var xml = new UrlSet(where.site(), defaultLanguage);
        // Of several in one language one is named: the page itself in its own, so that it is among its versions.
        var statement = Sql.of("select a.url, nullif(a.lastmod, '-infinity') as changed, (select"
                        + " string_agg(v.lang || ' ' || v.url, e'\\n' order by v.lang) from (select distinct on (o.lang)"
                        + " o.lang, o.url from article o where o.translation_key = a.translation_key and")
                .then(Perspective.PUBLISHED.condition("o"))
                .then("order by o.lang, o.id <> a.id, o.url) v having count(*) > 1) as versions from article a where")
                .then(named(where))
                .then("and a.id >= ?", part.first());
        var bounded = part.end() == null ? statement : statement.then("and a.id < ?", part.end());
        try {
            session.each(bounded.then("order by a.id"), ROWS_AT_ONCE, row -> xml.add(location(row)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory does not fail", impossible);
        }
        return xml.bytes();
    }

    private static Location location(ResultSet row) throws SQLException {
        return new Location(
                row.getString("url"),
                row.getObject("changed", OffsetDateTime.class),
                Location.versions(row.getString("versions")));
    }
}
