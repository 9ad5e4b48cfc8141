package dev.lede.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.operation.VersionedArticles.Read;
import dev.lede.operation.embedded.EmbeddedPostgres;
import dev.lede.operation.embedded.Homes;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packaged applications on one database, each with its memory: what is written at either is read there at once and at
 * the other within a second. Longer by {@code -Dnodes.seconds=60}, the same again by {@code -Dnodes.seed=…}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeptOnTwoNodesIT {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(Integer.getInteger("nodes.seconds", 4));
    private static final long SEED = Long.getLong("nodes.seed", System.nanoTime());
    private static final int WRITERS = 2;
    private static final int READERS_OF_EACH = 2;
    private static final Pattern HITS = Pattern.compile("lede_cache_hits_total\\S* ([0-9.]+)");

    @TempDir
    Path directory;

    private EmbeddedPostgres database;

    @BeforeEach
    void startDatabase() throws Exception {
        database = Homes.started(Homes.withBinaries(directory.resolve("elsewhere")));
    }

    @AfterEach
    void stopDatabase() {
        database.close();
    }

    @Test
    void showWhatIsWrittenAtEitherAndNeverAnOlderStateAgain() throws Exception {
        try (var one = node();
                var other = node()) {
            var nodes = List.of(one.serving(), other.serving());
            var articles = new VersionedArticles(nodes);
            articles.writeAll();
            var end = System.nanoTime() + NANOS;
            var threads = Executors.newCachedThreadPool();
            try {
                var running = new ArrayList<Future<Integer>>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    var part = writer;
                    var random = new Random(SEED + writer);
                    running.add(threads.submit(until(end, () -> articles.write(part, WRITERS, random))));
                }
                for (int reader = 0; reader < READERS_OF_EACH * nodes.size(); reader++) {
                    var node = reader % nodes.size();
                    var random = new Random(SEED - 1 - reader);
                    running.add(threads.submit(until(end, () -> articles.read(node, random))));
                }
                for (var thread : running) {
                    assertThat(thread.get()).as("rounds").isPositive();
                }
            } finally {
                threads.shutdownNow();
            }
            TimeUnit.SECONDS.sleep(1);
            for (var read : articles.reads()) {
                bothAnswerAsIfNothingWereKept(read, nodes);
            }
            for (var node : nodes) {
                // Else nothing was shown of memory.
                assertThat(hits(node)).isGreaterThan(20);
            }
        }
    }

    /** Does a step over and over again, and answers how often. */
    private static Callable<Integer> until(long end, Callable<Void> step) {
        return () -> {
            int done = 0;
            for (; System.nanoTime() < end; done++) {
                try {
                    step.call();
                } catch (AssertionError difference) {
                    throw new AssertionError("seed " + SEED, difference);
                }
            }
            return done;
        };
    }

    private static void bothAnswerAsIfNothingWereKept(Read read, List<Packaged> nodes) throws Exception {
        // What is sent with credentials of any scheme is never answered from memory.
        var anew = nodes.get(0).get(read.target(), "Authorization", "Basic bm9ib2R5");
        for (var node : nodes) {
            var kept = node.get(read.target());
            assertThat(kept.statusCode()).as(read.target()).isEqualTo(anew.statusCode());
            assertThat(kept.body()).as(read.target()).isEqualTo(anew.body());
            for (var field : List.of("ETag", "Cache-Control", "Vary", "Link", "Cache-Tag")) {
                assertThat(kept.headers().allValues(field))
                        .as("%s of %s", field, read.target())
                        .isEqualTo(anew.headers().allValues(field));
            }
        }
    }

    private static double hits(Packaged node) throws Exception {
        HttpResponse<byte[]> metrics = node.get("/q/metrics");
        return HITS.matcher(new String(metrics.body(), UTF_8))
                .results()
                .mapToDouble(hits -> Double.parseDouble(hits.group(1)))
                .sum();
    }

    private Packaged node() throws Exception {
        return Packaged.start(
                directory,
                Packaged.LAUNCHER,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        database.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME",
                        EmbeddedPostgres.DATABASE,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        database.password(),
                        // Feeds name the host that was asked otherwise, which differs.
                        "LEDE_PUBLIC_URL",
                        "https://api.example",
                        "LEDE_SITE_URL",
                        "https://site.example",
                        "LEDE_ADMIN_KEY",
                        Packaged.KEY,
                        "JAVA_OPTS",
                        Packaged.QUICK));
    }
}
