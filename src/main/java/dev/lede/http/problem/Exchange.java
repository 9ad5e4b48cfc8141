package dev.lede.http.problem;

import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** What a problem tells of the exchange in which it came up. */
final class Exchange {

    /** Longer addresses are not repeated to those who sent them. */
    private static final int LONGEST_INSTANCE = 1024;

    private Exchange() {}

    /** The path as it was asked for, when it is one that a URI reference may be. */
    static @Nullable String instance(RoutingContext context) {
        var uri = context.request().uri();
        if (uri == null || !uri.startsWith("/")) {
            return null;
        }
        int end = uri.indexOf('?');
        var path = end < 0 ? uri : uri.substring(0, end);
        return path.length() <= LONGEST_INSTANCE ? path : null;
    }

    static @Nullable String requestId(RoutingContext context) {
        return context.response().headers().get("X-Request-Id");
    }

    /** Logs a fault, at the one boundary where it is handled. */
    static void logFault(RoutingContext context, Throwable failure) {
        Log.errorf(
                failure,
                "The answer failed: method=%s path=%s requestId=%s",
                context.request().method(),
                instance(context),
                requestId(context));
    }
}
