package dev.lede.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that writes to paths of its own and remembers what may be there: what was acknowledged, or tried since. */
final class Writer {

    private static final String DELETED = "";
    private static final int PATHS = 60;

    private final String folder;
    private final Random random;
    private final Map<String, Set<String>> possible = new HashMap<>();
    private long revision;
    private final AtomicInteger acknowledged = new AtomicInteger();

    Writer(int number, long seed) {
        this.folder = "writer-" + number + "/";
        this.random = new Random(seed + number);
    }

    /** Writes until the application is killed. */
    void writeTo(Packaged lede) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                write(lede);
            } catch (IOException killed) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write(Packaged lede) throws IOException, InterruptedException {
        var path = folder + random.nextInt(PATHS) + ".md";
        var before = possible.computeIfAbsent(path, unwritten -> new HashSet<>(Set.of(DELETED)));
        boolean deletes = random.nextInt(5) == 0 && !before.contains(DELETED);
        var after = deletes ? DELETED : document();
        before.add(after);
        var answer = deletes ? lede.delete(path, Packaged.KEY) : lede.put(path, after.getBytes(UTF_8), Packaged.KEY);
        if (answer.statusCode() >= 500) {
            // The database was killed before the application: whether it had committed, nobody can say.
            assertThat(answer.statusCode()).isEqualTo(503);
            return;
        }
        assertThat(answer.statusCode()).isBetween(200, 204);
        possible.put(path, new HashSet<>(Set.of(after)));
        acknowledged.incrementAndGet();
        sees(revision(answer.headers().firstValue("Lede-Revision").orElseThrow()));
    }

    /** Every revision is newer than, or the same as, any that was acknowledged before. */
    private void sees(long seen) {
        assertThat(seen).as("the revision").isGreaterThanOrEqualTo(revision);
        revision = seen;
    }

    private static long revision(String header) {
        return Long.parseLong(header);
    }

    private String document() {
        var body = "行 %d\r\n\tText %x. "
                .formatted(random.nextInt(), random.nextLong())
                .repeat(random.nextInt(40));
        return "---\ntitle: T%d\ntags: [t%d]\ndate: 2025-01-01\n---\n%s"
                .formatted(random.nextInt(1_000), random.nextInt(5), body);
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Asks for everything again: each document is one of those that it may be, byte for byte. */
    int check(Packaged again) throws IOException, InterruptedException {
        int there = 0;
        for (var path : List.copyOf(possible.keySet())) {
            var answer = again.get("/v1/documents/" + path);
            var found = answer.statusCode() == 200 ? new String(answer.body(), UTF_8) : DELETED;
            assertThat(answer.statusCode()).isIn(200, 404, 410);
            assertThat(possible.get(path)).as(path).contains(found);
            possible.put(path, new HashSet<>(Set.of(found)));
            there += found.equals(DELETED) ? 0 : 1;
            if (answer.statusCode() == 200) {
                sees(revision(answer.headers().firstValue("Lede-Revision").orElseThrow()));
            }
        }
        return there;
    }
}
