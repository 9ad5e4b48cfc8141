package dev.lede.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whoever follows ends with what is there, whatever is done meanwhile. {@code -Dfollowers.seconds=N} takes longer,
 * {@code -Dfollowers.seed=N} repeats a run as far as chance was ours.
 */
@QuarkusTest
class FollowersTest {

    private static final int SECONDS = Integer.getInteger("followers.seconds", 5);
    private static final long SEED = Long.getLong("followers.seed", System.nanoTime());
    private static final int WRITERS = 3;

    /** The log is kept so long, in seconds: some followers are to be too late. */
    private static final int KEPT = 3;

    @Inject
    LogPruning pruning;

    private final Site site = new Site(() -> "http://localhost:" + RestAssured.port, Lede.KEY);

    private final List<Follower> followers = List.of(
            new Follower(site, "section=model-a,model-b&", 1_000),
            new Follower(site, "section=model-a,model-b&", 3),
            new Follower(site, "section=model-b&fields=title,url&", 2),
            new Follower(site, "lang=de&section=model-a,model-b&", 1),
            new Follower(site, "tag=m0,m1&section=model-a,model-b&", 4),
            new Follower(site, "tag=m0&tag=m1&tag=!m2&lang=en,fr&section=model-a,model-b&", 2),
            new Follower(site, "tag=!m3&section=model-a,model-b&", 5),
            new Follower(site, "include=translations&section=model-a,model-b&", 3),
            new Follower(site, "fields=title,translations.title,translations.url&lang=de&section=model-a&", 1),
            new Follower(site, "fields=body&section=model-a,model-b&", 4),
            new Follower(site, "include=neighbors&section=model-a,model-b&", 2),
            new Follower(site, "include=body.html,neighbors,translations&tag=m0,m1&section=model-b&", 6));

    @Test
    void endWithWhatIsThere() throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> new RandomWriter(site, SEED + number))
                .toList();
        var threads = Executors.newCachedThreadPool();
        try {
            var running = new ArrayList<Future<?>>();
            writers.forEach(writer -> running.add(threads.submit(until(end, writer::step))));
            followers.forEach(follower -> running.add(threads.submit(until(end, () -> follow(follower)))));
            running.add(threads.submit(until(end, this::prune)));
            for (var one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        // What is due soon comes by the clock.
        Eventually.unchanging(this::revision);
        var random = new Random(SEED);
        for (var follower : followers) {
            var fresh = follower.fresh();
            fresh.catchUp(random);
            follower.catchUp(random);
            assertThat(follower.copy()).as("%s, seed %d", follower, SEED).isEqualTo(fresh.copy());
        }
        assertThat(writers).allSatisfy(writer -> assertThat(writer.done()).isPositive());
        System.out.printf(
                "%d operations, %d beginnings again, seed %d%n",
                writers.stream().mapToInt(RandomWriter::done).sum(),
                followers.stream().mapToInt(Follower::begun).sum(),
                SEED);
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static Callable<Boolean> until(long end, Step step) {
        return () -> {
            while (System.nanoTime() < end) {
                step.run();
            }
            return true;
        };
    }

    private static void follow(Follower follower) throws IOException, InterruptedException {
        var random = new Random();
        if (follower.step(random)) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
        } else if (random.nextInt(40) == 0) {
            // One who sleeps longer than the log is kept.
            TimeUnit.MILLISECONDS.sleep(500L + random.nextInt(KEPT * 1_000));
        }
    }

    private void prune() throws InterruptedException {
        pruning.prune(OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(KEPT));
        TimeUnit.MILLISECONDS.sleep(200);
    }

    private String revision() {
        return RestAssured.given().get("/v1").jsonPath().getString("revision");
    }
}
