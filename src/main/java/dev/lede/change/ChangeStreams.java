package dev.lede.change;

import dev.lede.change.following.Followed;
import dev.lede.change.following.Following;
import dev.lede.change.following.Start;
import dev.lede.database.Database;
import dev.lede.database.Snapshot;
import dev.lede.hash.Sha256;
import dev.lede.http.body.PatientReader;
import dev.lede.http.caching.AcceptEncoding;
import dev.lede.http.caching.Answer;
import dev.lede.http.caching.Preconditions;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Everything up to now, a line for each article and the cursor in the last. Thread-safe. */
@ApplicationScoped
class ChangeStreams {

    static final String NDJSON = "application/x-ndjson";

    /** Each keeps a connection to the database for as long as its reader takes. */
    private static final int MOST_AT_ONCE = 4;

    private static final int MOST_WAITING = 16;

    /** How long one waits for its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int BUFFER = 1 << 16;
    private static final int TAG_DIGITS = 32;

    private final Database database;
    private final Following following;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE, true);

    ChangeStreams(Database database, Following following) {
        this.database = database;
        this.following = following;
    }

    RestResponse<?> answer(Followed followed, @Nullable Start start, RoutingContext context) {
        if (!isMyTurn()) {
            throw busy();
        }
        var held = new AtomicBoolean(true);
        context.addEndHandler(end -> giveBack(held));
        if (context.response().closed()) {
            // It went while it waited, and then may not be told of its end.
            giveBack(held);
            throw busy();
        }
        var request = context.request();
        var snapshot = database.snapshot();
        var kept = false;
        try {
            var revision = following.look(snapshot.session(), start).revision();
            var tag = tag(followed, start, revision);
            Preconditions.parse(request.getHeader(HttpHeaders.IF_MATCH), null).check(tag);
            if (Preconditions.isUnchanged(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
                // Without the lines it is nobody else's answer.
                return RestResponse.ok(Answer.of(NDJSON, new byte[0])
                        .tagged(tag)
                        .atRevision(revision)
                        .madeAnew()
                        .varyingBy(HttpHeaders.ACCEPT));
            }
            kept = !request.method().name().equals("HEAD");
            var gzip = AcceptEncoding.parse(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                    .prefersGzip();
            var answer = RestResponse.ResponseBuilder.<StreamingOutput>ok()
                    .type(NDJSON)
                    .header(HttpHeaders.ETAG, "\"" + tag + (gzip ? "-gzip\"" : "\""))
                    .header(HttpHeaders.VARY, "Accept, Accept-Encoding")
                    .header("Lede-Revision", revision);
            if (gzip) {
                answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            return kept
                    ? answer.entity(lines(snapshot, followed, start, context, gzip))
                            .build()
                    : answer.build();
        } finally {
            if (!kept) {
                snapshot.close();
            }
        }
    }

    private static ProblemException busy() {
        return new ProblemException(ProblemType.BUSY, "As many streams of changes as may run at once are running.")
                .retryAfter(Duration.ofSeconds(10));
    }

    private void giveBack(AtomicBoolean held) {
        if (held.getAndSet(false)) {
            free.release();
        }
    }

    // Most streams are short, and one that came at the same moment as others need not come again. Each holds a thread.
    private boolean isMyTurn() {
        try {
            return free.tryAcquire()
                    || (free.getQueueLength() < MOST_WAITING
                            && free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // What is asked, and the revision, decide every byte.
    private static String tag(Followed followed, @Nullable Start start, long revision) {
        var asked =
                String.format(Locale.ROOT, "%d\n%s\n%s", revision, followed.canonical(), Objects.toString(start, ""));
        return Sha256.hex(Sha256.of(asked.getBytes(StandardCharsets.UTF_8))).substring(0, TAG_DIGITS);
    }

    private StreamingOutput lines(
            Snapshot snapshot, Followed followed, @Nullable Start start, RoutingContext context, boolean gzip) {
        return out -> {
            try (snapshot;
                    var reader = new PatientReader(out, context)) {
                var lines = gzip ? new GZIPOutputStream(reader, BUFFER) : new BufferedOutputStream(reader, BUFFER);
                write(snapshot, followed, start, lines);
                // Only what is whole gets an end: anything else is to look broken.
                if (lines instanceof GZIPOutputStream zipped) {
                    zipped.finish();
                }
                lines.flush();
            }
        };
    }

    private void write(Snapshot snapshot, Followed followed, @Nullable Start start, OutputStream lines)
            throws IOException {
        var next = following.all(snapshot.session(), followed, start, json -> {
            lines.write(json);
            lines.write('\n');
        });
        lines.write(("{" + ChangesResource.end(next, followed, false) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
