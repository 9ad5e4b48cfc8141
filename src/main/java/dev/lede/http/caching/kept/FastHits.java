package dev.lede.http.caching.kept;

import dev.lede.http.caching.CacheConfig;
import dev.lede.http.caching.CacheDirectives;
import dev.lede.http.caching.Ready.Form;
import dev.lede.http.caching.kept.Touches.View;
import dev.lede.http.manners.Manners;
import io.netty.util.AsciiString;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The short way for what is asked most: a GET over HTTP/1.1 with nothing special about it, whose answer is in memory.
 * What it is answered differs in nothing from what {@link KeptFilter} would send; whatever else there is goes on to that.
 * Thread-safe.
 */
@Singleton
final class FastHits {

    private static final CharSequence CACHE_CONTROL = AsciiString.cached("Cache-Control");
    private static final CharSequence CDN_CACHE_CONTROL = AsciiString.cached("CDN-Cache-Control");

    private final KeptAnswers answers;
    private final Admission admission;
    private final Manners manners;
    private final CacheConfig config;
    private final Clock clock;
    private final boolean logged;
    private final Told always;
    private final Duration longest;

    FastHits(
            KeptAnswers answers,
            Admission admission,
            Manners manners,
            CacheConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.access-log.enabled", defaultValue = "false") boolean logged) {
        this.answers = answers;
        this.admission = admission;
        this.manners = manners;
        this.config = config;
        this.clock = clock;
        // A line of the log needs what only the long way notes.
        this.logged = logged;
        this.always = Told.of(CacheDirectives.of(config, Instant.EPOCH, Optional.empty()));
        this.longest = config.maxAge().plus(config.sharedMaxAge()).plus(config.staleWhileRevalidate());
    }

    /** What caches are told. */
    private record Told(CharSequence cacheControl, CharSequence cdnCacheControl) {
        static Told of(CacheDirectives directives) {
            return new Told(new AsciiString(directives.cacheControl()), new AsciiString(directives.cdnCacheControl()));
        }
    }

    void register(@Observes Filters filters) {
        if (answers.isOn() && manners.mayBeBrief() && !logged) {
            filters.register(this::answer, Manners.EARLIEST);
        }
    }

    private void answer(RoutingContext context) {
        if (!isAnswered(context)) {
            context.next();
        }
    }

    private boolean isAnswered(RoutingContext context) {
        long began = System.nanoTime();
        var request = context.request();
        if (!request.method().equals(HttpMethod.GET) || !request.version().equals(HttpVersion.HTTP_1_1)) {
            return false;
        }
        var view = answers.view(began);
        var head = view == null ? null : Head.of(request.headers());
        var question = head == null ? null : Question.of(request.uri(), head.accept(), head.languages());
        if (view == null || head == null || question == null) {
            return false;
        }
        var kept = answers.find(question, view);
        var form = kept == null ? null : kept.ready().form(head.encodings());
        if (kept == null || form == null || isInDoubt(head.known(), form) || !admission.admits(request)) {
            return false;
        }
        answers.countHit();
        Routed.to(context, kept.route());
        var headers = context.response().headers();
        manners.brief(headers, head.requestId(), began, kept.revision());
        if (!kept.ready().fixed()) {
            tell(headers, view);
        }
        if (kept.status() == 200 && head.known() != null) {
            form.write(headers, false);
            context.response().setStatusCode(304).end();
        } else {
            form.write(headers, true);
            context.response().setStatusCode(kept.status()).end(form.body());
        }
        return true;
    }

    /** Whether a condition says something else than that the client has just this. */
    private static boolean isInDoubt(@Nullable String known, Form form) {
        return known != null && !known.equals(form.tag());
    }

    private void tell(MultiMap headers, View view) {
        var told = view.turn() == null ? always : until(view.turn());
        headers.add(CACHE_CONTROL, told.cacheControl());
        headers.add(CDN_CACHE_CONTROL, told.cdnCacheControl());
    }

    private Told until(Instant turn) {
        var now = clock.instant();
        return turn.isAfter(now.plus(longest)) ? always : Told.of(CacheDirectives.of(config, now, Optional.of(turn)));
    }
}
