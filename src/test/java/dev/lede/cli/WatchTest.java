package dev.lede.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code lede import DIR --watch}. */
@Timeout(120)
class WatchTest {

    @TempDir
    Path root;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private FakeLede lede;
    private CompletableFuture<Cli.Run> ended = new CompletableFuture<>();

    @BeforeEach
    void start() throws IOException {
        lede = new FakeLede();
        Files.createDirectory(root.resolve("posts"));
        write("posts/a.md", "A");
    }

    @AfterEach
    void stop() throws Exception {
        // The HTTP client goes on reading an answer when it is interrupted, and forgets that it was.
        do {
            thread.shutdownNow();
        } while (!thread.awaitTermination(200, TimeUnit.MILLISECONDS));
        lede.close();
    }

    @Test
    void importsAsFilesChangeAndDeletesNothingUnasked() throws Exception {
        watch();
        until(() -> lede.files.containsKey("posts/a.md"));
        write("posts/b.md", "B");
        until(() -> lede.files.containsKey("posts/b.md"));
        assertThat(FakeLede.unpacked(lede.bulk().body())).containsOnlyKeys("posts/b.md");
        Files.delete(root.resolve("posts/a.md"));
        write("posts/c.md", "C");
        until(() -> lede.files.containsKey("posts/c.md"));
        assertThat(lede.files).containsKey("posts/a.md");
    }

    @Test
    void goesOnAfterADocumentThatFails() throws Exception {
        watch();
        until(() -> lede.files.containsKey("posts/a.md"));
        write("posts/a.md", "BROKEN");
        until(() -> lede.asked("POST").size() == 2);
        write("posts/a.md", "mended");
        until(() -> text("posts/a.md").equals("mended"));
    }

    @Test
    void deletesWhatIsDeletedWhenToldTo() throws Exception {
        write("posts/b.md", "B");
        write("posts/b.png", "P");
        watch("--prune");
        until(() -> lede.files.size() == 3);
        Files.delete(root.resolve("posts/b.md"));
        until(() -> !lede.files.containsKey("posts/b.md"));
        Files.delete(root.resolve("posts/b.png"));
        until(() -> !lede.files.containsKey("posts/b.png"));
        assertThat(lede.files).containsOnlyKeys("posts/a.md");
        assertThat(lede.asked("DELETE /v1/documents/posts/b.md")).hasSize(1);
        assertThat(lede.asked("DELETE /v1/assets/posts/b.png")).hasSize(1);
    }

    @Test
    void sendsAMoveAsOne() throws Exception {
        watch("--prune");
        until(() -> lede.files.containsKey("posts/a.md"));
        Files.move(root.resolve("posts/a.md"), root.resolve("posts/b.md"));
        until(() -> lede.files.containsKey("posts/b.md") && !lede.files.containsKey("posts/a.md"));
        assertThat(lede.bulk().query()).containsEntry("prune", "true").containsEntry("scope", "posts/");
        assertThat(lede.asked("DELETE")).isEmpty();
    }

    @Test
    void doesNotDeleteMoreAtOnceThanAllowed() throws Exception {
        write("posts/b.md", "B");
        watch("--prune", "--max-deletes", "1");
        until(() -> lede.files.size() == 2);
        Files.delete(root.resolve("posts/a.md"));
        Files.delete(root.resolve("posts/b.md"));
        write("c.md", "C");
        until(() -> lede.files.containsKey("c.md"));
        assertThat(lede.asked("DELETE")).isEmpty();
    }

    @Test
    void triesAgainUntilLedeIsBackAndLosesNothing() throws Exception {
        watch();
        until(() -> lede.files.containsKey("posts/a.md"));
        var port = lede.port();
        lede.close();
        write("posts/b.md", "B");
        TimeUnit.MILLISECONDS.sleep(800);
        write("posts/c.md", "C");
        TimeUnit.MILLISECONDS.sleep(800);
        lede = new FakeLede("", port);
        until(() -> lede.files.keySet().containsAll(Set.of("posts/b.md", "posts/c.md")));
    }

    @Test
    void endsWhenTheKeyIsRefused() throws Exception {
        lede.bulkAnswers.add(FakeLede.problem(401, "No", "Revoked.", Map.of()));
        watch();
        var run = ended.get(30, TimeUnit.SECONDS);
        assertThat(run.status()).isEqualTo(5);
    }

    private void watch(String... options) {
        var arguments = new ArrayList<>(
                List.of("import", root.toString(), "--watch", "--url", lede.url(), "--key", FakeLede.KEY));
        arguments.addAll(List.of(options));
        ended = CompletableFuture.supplyAsync(() -> Cli.run(arguments.toArray(String[]::new)), thread);
    }

    private String text(String path) {
        return new String(lede.files.getOrDefault(path, new byte[0]), UTF_8);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it happens in time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(root.resolve(path), text);
    }
}
