package dev.lede.change.event;

import dev.lede.access.Pass;
import dev.lede.change.following.ChangePage;
import dev.lede.change.following.Followed;
import dev.lede.change.following.Place;
import dev.lede.http.body.Connections;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Someone who listens, and how far they have been told. What they have not taken in yet is bounded: who is slow is told no
 * more until there is room, and goes on in the log where they were. Belongs to the thread of {@link Listeners} once it is
 * added.
 */
final class Listener {

    /** In bytes. */
    private static final int MOST_UNREAD = 256 * 1_024;

    private static final int RETRY_MILLIS = 2_000;

    private final HttpServerResponse response;
    private final RoutingContext context;
    private final Followed followed;
    private final Pass pass;
    private final String kind;
    private Place place;
    private Place told;
    private long fullSince;

    Listener(RoutingContext context, Pass pass, Followed followed, Place place) {
        this.context = context;
        this.response = context.response();
        this.followed = followed;
        this.pass = pass;
        this.kind = followed.canonical();
        this.place = place;
        this.told = place;
    }

    Followed followed() {
        return followed;
    }

    Pass pass() {
        return pass;
    }

    Place place() {
        return place;
    }

    /** The same for all who are to be told the same. */
    String group() {
        return place + "\n" + kind;
    }

    boolean isCurious() {
        return !context.request().method().equals(HttpMethod.HEAD);
    }

    /** Sends the head, and where to go on from should the connection break at once. */
    void begin(Runnable ended) {
        context.addEndHandler(end -> ended.run());
        response.setChunked(true)
                .setWriteQueueMaxSize(MOST_UNREAD)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Vary", "Accept-Encoding")
                // Of proxies that hold back what they could send on, nginx is told so.
                .putHeader("X-Accel-Buffering", "no");
        if (isCurious()) {
            response.write("retry: " + RETRY_MILLIS + "\nid: " + place + "\n\n");
        } else {
            response.end();
        }
    }

    /** The events of a page, for everybody who is to be told it. */
    static Buffer events(ChangePage page) {
        var events = Buffer.buffer();
        for (var item : page.items()) {
            events.appendString("id: " + item.seq() + "\ndata: ", StandardCharsets.UTF_8.name())
                    .appendBytes(item.json())
                    .appendString("\n\n");
        }
        return events;
    }

    void tell(ChangePage page, Buffer events) {
        if (events.length() > 0) {
            response.write(events);
            told = page.items().get(page.items().size() - 1).seq();
        }
        place = page.next().place();
    }

    /** Shows that the connection lives, and how far its client is though nothing was for them. */
    void beat() {
        if (hasRoom()) {
            response.write(place.equals(told) ? ":\n\n" : ":\nid: " + place + "\n\n");
            told = place;
        }
    }

    boolean hasRoom() {
        return !response.writeQueueFull();
    }

    /** Whether nothing was taken in for so long. */
    boolean isAsleep(Duration patience, long nanos) {
        if (hasRoom()) {
            fullSince = nanos;
            return false;
        }
        fullSince = fullSince == 0 ? nanos : fullSince;
        return nanos - fullSince > patience.toNanos();
    }

    boolean isGone() {
        return response.closed() || response.ended();
    }

    void end() {
        if (!isGone()) {
            response.end();
        }
    }

    void drop() {
        Connections.cut(context.request().connection());
    }
}
