package dev.lede.http.caching.kept;

import dev.lede.http.caching.Ready.Form;
import dev.lede.http.manners.BriefHead;
import dev.lede.http.manners.Manners;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The short way for what is asked most: a GET over HTTP/1.1 with nothing special about it, whose answer is in memory.
 * What it is answered differs in nothing from what {@link KeptFilter} would send; whatever else there is goes on to that.
 * The first request of a connection comes this way, and those after it by the {@link Shortcut} that it opens. Thread-safe.
 */
@Singleton
final class FastHits {

    private final Hits hits;
    private final Manners manners;
    private final Draining draining;
    private final boolean logged;
    private final boolean forwarded;

    FastHits(
            Hits hits,
            Manners manners,
            Draining draining,
            @ConfigProperty(name = "quarkus.http.access-log.enabled", defaultValue = "false") boolean logged,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean forwarded) {
        this.hits = hits;
        this.manners = manners;
        this.draining = draining;
        // A line of the log needs what only the long way notes.
        this.logged = logged;
        // Who asks is then told by the request, and not by the connection.
        this.forwarded = forwarded;
    }

    void register(@Observes Filters filters) {
        var brief = manners.brief();
        if (hits.arePossible() && !logged && brief.isPresent()) {
            var head = brief.get();
            var opening = forwarded
                    ? Optional.<Shortcut.Opening>empty()
                    : Optional.of(new Shortcut.Opening(hits, draining, head.constantLines()));
            filters.register(context -> answer(context, head, opening), Manners.EARLIEST);
        }
    }

    private void answer(RoutingContext context, BriefHead brief, Optional<Shortcut.Opening> opening) {
        if (!context.request().version().equals(HttpVersion.HTTP_1_1)) {
            context.next();
            return;
        }
        opening.ifPresent(shortcut -> shortcut.on(context.request().connection()));
        if (!isAnswered(context, brief)) {
            context.next();
        }
    }

    private boolean isAnswered(RoutingContext context, BriefHead brief) {
        long began = System.nanoTime();
        var request = context.request();
        var head = request.method().equals(HttpMethod.GET)
                ? Head.of(request.headers().iterator())
                : null;
        var hit = head == null ? null : hits.find(request.uri(), head, request.remoteAddress(), began);
        if (head == null || hit == null) {
            return false;
        }
        hit.kept().routed().tell(context);
        var headers = context.response().headers();
        brief.add(headers, head.requestId(), began, hit.kept().revision());
        if (hit.told() != null) {
            Form.write(headers, hit.told().fields());
        }
        hit.form().write(headers, hit.hasBody());
        context.response().setStatusCode(hit.status());
        if (hit.hasBody()) {
            context.response().end(hit.form().body());
        } else {
            context.response().end();
        }
        return true;
    }
}
