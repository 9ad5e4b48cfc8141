package dev.lede.http.manners;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What still comes of a request that is answered already, as when a key was wrong or a file too large. Up to a measure it
 * is read and thrown away: many clients look for an answer only when all is sent, and a connection that is closed under
 * them shows them none. With more to come it is closed, so that nobody pushes gigabytes at a refusal.
 */
final class UnreadBody {

    /** In bytes: more than a file that is somewhat too large. */
    private static final long MOST = 64 * 1024 * 1024;

    private static final long PATIENCE_MILLIS = 10_000;

    /** With those who will not come to an end anyway: time to read the answer before the reset. */
    private static final long SHORT_PATIENCE_MILLIS = 2_000;

    private UnreadBody() {}

    /** Whether the connection will not outlive the answer. */
    static boolean endsConnection(RoutingContext context) {
        var request = context.request();
        if (!mayCome(request)) {
            return false;
        }
        // RFC 9110 §10.1.1: who waited to be told to go on may now leave the body out, or not.
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            return true;
        }
        var length = request.getHeader("Content-Length");
        // Netty has checked that it is a number, but not how large a one.
        return length != null && (length.length() > 9 || Long.parseLong(length) > MOST);
    }

    /** To be called when the answer is out, on the event loop. */
    static void discard(RoutingContext context) {
        var request = context.request();
        if (!mayCome(request)) {
            return;
        }
        var connection = request.connection();
        var left = new AtomicLong(MOST);
        boolean ends = endsConnection(context);
        long timer = context.vertx().setTimer(ends ? SHORT_PATIENCE_MILLIS : PATIENCE_MILLIS, late -> {
            // Where nothing came, nothing is on its way: the connection is idle, and may go on.
            if (ends || left.get() < MOST) {
                connection.close();
            }
        });
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
        return has && !isRead(request) && request.version() != HttpVersion.HTTP_2;
    }

    // The end of a body may be told to those who read it before it is told to the request.
    private static boolean isRead(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return request.isEnded()
                || (length != null && length.length() <= 18 && request.bytesRead() >= Long.parseLong(length));
    }
}
