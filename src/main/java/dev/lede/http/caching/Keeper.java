package dev.lede.http.caching;

import io.vertx.ext.web.RoutingContext;

/** Keeps answers for those who ask for the same later. */
public interface Keeper {

    /**
     * Keeps the answer of an exchange, if it may be kept; called on a worker thread, before the answer is sent.
     *
     * @param status that the answer has unless a condition says otherwise
     */
    void keep(RoutingContext context, int status, Answer answer);
}
