package dev.lede.search.index;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import java.util.Collection;

/**
 * The tokens that a long transaction has added to the list in which PostgreSQL keeps them first. When they are many they
 * are brought to their places, and the pages of the list are used again. Left to itself PostgreSQL does the former when the
 * list is full, but the latter not before the next vacuum: an upload would leave an index of several times its size.
 * Belongs to one transaction; not thread-safe.
 */
public final class WaitingTokens {

    /** About 20 bytes each in the list: less than it may hold, as others add to it too. */
    private static final long MOST = 5_000_000;

    /**
     * For the rest of the transaction all of them are brought in one go, as most pages of the index take some of each; and
     * until they are, whoever is bringing others is waited for: while nothing is added that takes some seconds.
     */
    private static final Sql PREPARE = Sql.of("select set_config('maintenance_work_mem', '256MB', true),"
            + " set_config('lede.lock_timeout', current_setting('lock_timeout'), true),"
            + " set_config('lock_timeout', '0', true)");

    private static final Sql RESTORE =
            Sql.of("select set_config('lock_timeout', current_setting('lede.lock_timeout'), true)");

    /** By whoever owns the indexes: for another role it is left to PostgreSQL. */
    static final Sql SETTLE = Sql.of("select gin_clean_pending_list(c.oid) from pg_class c"
            + " where c.oid in ('search_entry_tokens'::regclass, 'search_entry_topics'::regclass)"
            + " and pg_has_role(c.relowner, 'usage')");

    /**
     * So many are left to the background when the transaction ends: a search looks at each that waits, which takes a second
     * for some two million.
     */
    private static final long MOST_LEFT = 1_000_000;

    private final long most;
    private final long mostLeft;
    private long waiting;

    public WaitingTokens() {
        this(MOST, MOST_LEFT);
    }

    WaitingTokens(long most, long mostLeft) {
        this.most = most;
        this.mostLeft = mostLeft;
    }

    /** Notes what was stored in this transaction. */
    public void stored(Session session, Collection<SearchEntry> entries) {
        for (var entry : entries) {
            waiting += entry.tokens().length + entry.topics().length;
        }
        settle(session, most);
    }

    /** Notes that this transaction stores no more. */
    public void ended(Session session) {
        settle(session, mostLeft);
    }

    private void settle(Session session, long enough) {
        if (waiting >= enough) {
            session.list(PREPARE, row -> true);
            session.list(SETTLE, row -> true);
            session.list(RESTORE, row -> true);
            waiting = 0;
        }
    }
}
