package dev.lede.http.caching.kept;

import dev.lede.http.caching.CacheConfig;
import dev.lede.http.caching.CacheDirectives;
import dev.lede.http.caching.Ready.Form;
import dev.lede.http.caching.kept.Touches.View;
import dev.lede.http.manners.BriefHead;
import io.netty.util.AsciiString;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what the plainest reads are answered from memory, if it is there. Thread-safe. */
@Singleton
final class Hits {

    private final KeptAnswers answers;
    private final Admission admission;
    private final CacheConfig config;
    private final Clock clock;
    private final Told always;
    private final Duration longest;

    Hits(KeptAnswers answers, Admission admission, CacheConfig config, Clock clock) {
        this.answers = answers;
        this.admission = admission;
        this.config = config;
        this.clock = clock;
        this.always = Told.of(CacheDirectives.of(config, Instant.EPOCH, Optional.empty()));
        this.longest = config.maxAge().plus(config.sharedMaxAge()).plus(config.staleWhileRevalidate());
    }

    /**
     * What a request is to be answered.
     *
     * @param status 304 when the client has it already
     * @param told null when it stands among the fields of the form
     */
    record Hit(Kept kept, Form form, int status, @Nullable Told told) {

        boolean hasBody() {
            return status != 304;
        }
    }

    /**
     * What caches are told.
     *
     * @param fields names and values in turn
     * @param lines the same as they stand in a head of HTTP/1.1
     */
    record Told(List<CharSequence> fields, byte[] lines) {

        private static Told of(CacheDirectives directives) {
            var fields = List.<CharSequence>of(
                    AsciiString.cached("Cache-Control"),
                    new AsciiString(directives.cacheControl()),
                    AsciiString.cached("CDN-Cache-Control"),
                    new AsciiString(directives.cdnCacheControl()));
            return new Told(fields, BriefHead.lines(fields));
        }
    }

    /** Whether there may ever be any. */
    boolean arePossible() {
        return answers.isOn();
    }

    /**
     * The answer to a GET, which is counted as given; null when there is none, or something about the request has to be
     * looked at more closely.
     *
     * @param began when the exchange did, by {@link System#nanoTime}
     */
    @Nullable
    Hit find(String uri, Head head, SocketAddress client, long began) {
        var view = answers.view(began);
        var question = view == null ? null : Question.of(uri, head.accept(), head.languages());
        if (view == null || question == null) {
            return null;
        }
        var kept = answers.find(question, view);
        var form = kept == null ? null : kept.ready().form(head.encodings());
        if (kept == null || form == null || isInDoubt(head.known(), form) || !admission.admits(client)) {
            return null;
        }
        answers.countHit();
        var isKnown = kept.status() == 200 && head.known() != null;
        return new Hit(kept, form, isKnown ? 304 : kept.status(), kept.ready().fixed() ? null : told(view));
    }

    /** Whether a condition says something else than that the client has just this. */
    private static boolean isInDoubt(@Nullable String known, Form form) {
        return known != null && !known.equals(form.tag());
    }

    private Told told(View view) {
        var turn = view.turn();
        if (turn == null) {
            return always;
        }
        var now = clock.instant();
        return turn.isAfter(now.plus(longest)) ? always : Told.of(CacheDirectives.of(config, now, Optional.of(turn)));
    }
}
