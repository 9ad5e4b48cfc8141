package dev.lede.http.caching.kept;

import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/** Asks before an answer is given out from memory whether this client may have one. Thread-safe. */
@Singleton
public final class Admission {

    private volatile Predicate<SocketAddress> rule = client -> true;

    /**
     * Sets the rule that holds from now on.
     *
     * @param admits called on the event loop, with the client's address, for each request without a key that would be
     *     answered from memory; those that it turns away go the way of all others
     */
    public void by(Predicate<SocketAddress> admits) {
        rule = admits;
    }

    boolean admits(SocketAddress client) {
        return rule.test(client);
    }
}
