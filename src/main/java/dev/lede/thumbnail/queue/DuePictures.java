package dev.lede.thumbnail.queue;

import dev.lede.database.Sql;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/**
 * Finds the picture that is taken next. However many are due, only some of those that have been due longest are looked
 * at, and when the hosts of all these are closed, the first one of every other host.
 *
 * @param now when they are due
 * @param closed hosts from which nothing is fetched just now
 */
record DuePictures(OffsetDateTime now, List<String> closed) {

    /** How many are looked at whose hosts may be closed. */
    private static final int LOOKED_AT = 100;

    DuePictures(OffsetDateTime now, Collection<String> closed) {
        this(now, List.copyOf(closed));
    }

    /** The id of one of those that have been due longest, which is held; no row when the hosts of all these are closed. */
    Sql amongOldest() {
        return Sql.of(
                "select id from picture where id in (select id from picture where due_at <= ? and due_at < 'infinity'"
                        + " order by due_at limit " + LOOKED_AT + ") and due_at <= ? and not host = any(?)"
                        + " order by due_at limit 1 for update skip locked",
                now,
                now,
                closed);
    }

    /**
     * The id of the first picture of the host that has waited longest, which is held. It costs by the number of hosts:
     * PostgreSQL does not skip through an index by itself, so that a recursion goes from each host to the next.
     */
    Sql ofOtherHosts() {
        return Sql.of(
                "with recursive head (host, due_at) as ("
                        + "(select host, due_at from picture where due_at < 'infinity' order by host, due_at limit 1)"
                        + " union all select p.host, p.due_at from head h cross join lateral (select host, due_at from picture"
                        + " where due_at < 'infinity' and host > h.host order by host, due_at limit 1) p)"
                        + " select p.id from (select host from head where due_at <= ? and not host = any(?) order by due_at) h"
                        + " cross join lateral (select id from picture where host = h.host and due_at <= ?"
                        + " and due_at < 'infinity' order by due_at limit 1 for update skip locked) p limit 1",
                now,
                closed,
                now);
    }
}
