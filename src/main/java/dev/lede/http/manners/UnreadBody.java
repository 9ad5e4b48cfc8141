package dev.lede.http.manners;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What still comes of a request that is answered already, as when a key was wrong. A little is read and thrown away, so
 * that the connection may go on; with more to come it is closed, so that nobody pushes gigabytes at a refusal. To close
 * at once would be worse: the reset may overtake the answer.
 */
final class UnreadBody {

    /** In bytes. */
    private static final long MOST = 256 * 1024;

    private static final long PATIENCE_MILLIS = 2_000;

    private UnreadBody() {}

    /** Whether so much is to come that the connection will not outlive the answer. */
    static boolean isAnnounced(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        // Netty has checked that it is a number, but not how large a one.
        return mayCome(context.request()) && length != null && (length.length() > 9 || Long.parseLong(length) > MOST);
    }

    /** To be called when the answer is out, on the event loop. */
    static void discard(RoutingContext context) {
        var request = context.request();
        if (!mayCome(request)) {
            return;
        }
        var connection = request.connection();
        var left = new AtomicLong(MOST);
        long timer = context.vertx().setTimer(PATIENCE_MILLIS, late -> connection.close());
        // Else the first handler that is set lets it run on, and the next comes too late.
        request.pause();
        request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
        request.endHandler(end -> context.vertx().cancelTimer(timer));
        request.handler(part -> {
            if (left.addAndGet(-part.length()) < 0) {
                context.vertx().cancelTimer(timer);
                connection.close();
            }
        });
        request.resume();
    }

    private static boolean mayCome(HttpServerRequest request) {
        boolean has = request.headers().contains("Content-Length")
                || request.headers().contains("Transfer-Encoding");
        // A stream of HTTP/2 ends with its answer, and its connection stays.
        return has && !request.isEnded() && request.version() != HttpVersion.HTTP_2;
    }
}
