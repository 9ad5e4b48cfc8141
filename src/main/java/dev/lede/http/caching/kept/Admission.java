package dev.lede.http.caching.kept;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/** Asks before an answer is given out from memory whether this client may have one. Thread-safe. */
@Singleton
public final class Admission {

    private volatile Predicate<HttpServerRequest> rule = request -> true;

    /**
     * Sets the rule that holds from now on.
     *
     * @param admits called on the event loop for each request without a key that would be answered from memory; those
     *     that it turns away go the way of all others
     */
    public void by(Predicate<HttpServerRequest> admits) {
        rule = admits;
    }

    boolean admits(HttpServerRequest request) {
        return rule.test(request);
    }
}
