package dev.lede.http.caching;

import io.vertx.ext.web.RoutingContext;

/** Remembers of an exchange that its answer depends on a key, so that nobody keeps it. */
public final class Privacy {

    private static final String MARK = "lede.private";

    private Privacy() {}

    /** From now on this exchange's answer is for one client alone. */
    public static void mark(RoutingContext context) {
        context.put(MARK, true);
    }

    /** Whether it is. */
    public static boolean isMarked(RoutingContext context) {
        return context.get(MARK) != null;
    }
}
