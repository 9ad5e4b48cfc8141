package dev.lede.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lede.change.Follower;
import dev.lede.change.RandomWriter;
import dev.lede.change.Site;
import dev.lede.change.event.EventSource;
import dev.lede.change.webhook.ReceiverServer;
import dev.lede.change.webhook.ReceiverServer.Answer;
import dev.lede.operation.embedded.Homes;
import dev.lede.testsupport.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Those who follow the packaged application while it is killed and started again. {@code -Dfollowers.kills=N} says how
 * often while everything is done at random, {@code -Dfollowers.seconds=N} how long it lives each time.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FollowedApplicationIT {

    private static final int KILLS = Integer.getInteger("followers.kills", 0);
    private static final int SECONDS = Integer.getInteger("followers.seconds", 10);
    private static final long SEED = Long.getLong("followers.seed", System.nanoTime());

    @TempDir
    Path directory;

    private final AtomicReference<String> root = new AtomicReference<>("http://127.0.0.1:1");
    private final Site site = new Site(root::get, Packaged.KEY);
    private final AtomicBoolean ended = new AtomicBoolean();

    private final List<Follower> followers = List.of(
            new Follower(site, "", 3),
            new Follower(site, "lang=de&", 2),
            new Follower(site, "tag=m0,m1&section=model-a&", 5),
            new Follower(site, "tag=!m2&fields=title&", 1_000));

    @Test
    void isFollowedThroughAllOfThem() throws Exception {
        assumeTrue(KILLS > 0, "-Dfollowers.kills says how often.");
        Homes.withBinaries(directory.resolve("home"));
        var writers = IntStream.range(0, 3)
                .mapToObj(number -> new RandomWriter(site, SEED + number))
                .toList();
        var threads = Executors.newCachedThreadPool();
        var running = new ArrayList<Future<?>>();
        try {
            writers.forEach(writer -> running.add(threads.submit(untilEnded(writer::step))));
            followers.forEach(follower -> running.add(threads.submit(untilEnded(() -> follower.step(new Random())))));
            for (int kill = 0; kill < KILLS; kill++) {
                try (var lede = start()) {
                    TimeUnit.SECONDS.sleep(SECONDS);
                    lede.kill();
                }
            }
            try (var lede = start()) {
                TimeUnit.SECONDS.sleep(SECONDS);
                ended.set(true);
                for (var one : running) {
                    one.get();
                }
                // What is due soon comes by the clock.
                TimeUnit.SECONDS.sleep(4);
                compare();
                assertThat(lede.terminate()).isEqualTo(143);
            }
        } finally {
            ended.set(true);
            threads.shutdownNow();
        }
        System.out.printf(
                "%d kills, %d operations, seed %d%n",
                KILLS, writers.stream().mapToInt(RandomWriter::done).sum(), SEED);
    }

    @Test
    void goesOnToldWhereItWasKilled() throws Exception {
        Homes.withBinaries(directory.resolve("home"));
        var down = new AtomicBoolean(true);
        try (var receiver = new ReceiverServer(message -> Answer.of(down.get() ? 503 : 204))) {
            String left;
            try (var lede = start()) {
                var made = lede.post("/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"}", Packaged.KEY);
                assertThat(made.statusCode()).isEqualTo(201);
                try (var source = EventSource.open(lede.port(), "fields=title")) {
                    store(lede, "a.md", "A");
                    assertThat(source.data()).contains("\"title\":\"A\"");
                    left = source.lastEventId();
                }
                Eventually.get(receiver::whats, whats -> whats.contains("A"));
                // One is under way, one waits for it, and one may not have been thought of.
                store(lede, "a.md", "A again");
                store(lede, "b.md", "B");
                lede.kill();
            }
            down.set(false);
            try (var lede = start();
                    var source = EventSource.open(lede.port(), "fields=title", "Last-Event-ID: " + left)) {
                assertThat(List.of(source.data(), source.data()))
                        .anyMatch(event -> event.contains("\"title\":\"A again\""))
                        .anyMatch(event -> event.contains("\"title\":\"B\""));
                var whats = Eventually.get(receiver::whats, all -> all.containsAll(List.of("A again", "B")));
                assertThat(whats.lastIndexOf("A")).isLessThan(whats.indexOf("A again"));

                // Who listens is let go when it stops: with the last chunk, which is no broken connection.
                assertThat(lede.terminate()).isEqualTo(143);
                assertThat(source.next("data: ", "0")).isEqualTo("0");
            }
        }
    }

    private static void store(Packaged lede, String path, String title) throws Exception {
        assertThat(lede.put(path, ("---\ntitle: " + title + "\n---\nText.\n").getBytes(UTF_8), Packaged.KEY)
                        .statusCode())
                .isLessThan(300);
    }

    private void compare() throws IOException, InterruptedException {
        var random = new Random();
        for (var follower : followers) {
            var fresh = follower.fresh();
            fresh.catchUp(random);
            follower.catchUp(random);
            assertThat(follower.copy()).as("%s, seed %d", follower, SEED).isEqualTo(fresh.copy());
        }
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    /** Whoever finds nobody there tries again. */
    private Callable<Boolean> untilEnded(Step step) {
        return () -> {
            while (!ended.get()) {
                try {
                    step.run();
                } catch (IOException nobody) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
            return true;
        };
    }

    private Packaged start() throws Exception {
        var lede = Packaged.start(
                        directory,
                        Packaged.LAUNCHER,
                        Map.of(
                                "LEDE_DATA_DIR",
                                "home",
                                "LEDE_ADMIN_KEY",
                                Packaged.KEY,
                                "JAVA_OPTS",
                                Packaged.QUICK,
                                "LEDE_WEBHOOKS_ALLOW_PRIVATE",
                                "true",
                                "LEDE_WEBHOOKS_TIMEOUT",
                                "2s",
                                "LEDE_WEBHOOKS_FIRST_PAUSE",
                                "1s"))
                .serving();
        root.set("http://127.0.0.1:" + lede.port());
        return lede;
    }
}
