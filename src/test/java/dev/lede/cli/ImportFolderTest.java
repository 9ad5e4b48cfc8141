package dev.lede.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code lede import DIR}. */
@Timeout(60)
class ImportFolderTest {

    @TempDir
    Path root;

    private FakeLede lede;

    @BeforeEach
    void start() throws IOException {
        lede = new FakeLede();
    }

    @AfterEach
    void stop() {
        lede.close();
    }

    @Test
    void sendsEverythingInOneCallThatIsAGzippedTar() throws IOException {
        write("posts/a.md", "A");
        write("posts/b/cover.png", "picture");
        var run = run();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("created 2, updated 0, unchanged 0 in ")
                .contains("/s)")
                .endsWith(", revision 8\n");
        assertThat(lede.bulk().headers())
                .containsEntry("Content-type", "application/gzip")
                .containsEntry("Accept", "application/x-ndjson");
        assertThat(lede.bulk().query()).isEmpty();
        assertThat(lede.files.keySet()).containsExactly("posts/a.md", "posts/b/cover.png");
        assertThat(new String(lede.files.get("posts/b/cover.png"), UTF_8)).isEqualTo("picture");
    }

    @Test
    void sendsOnlyWhatDiffers() throws IOException {
        for (var name : new String[] {"a.md", "b.md", "c.md", "d.md", "e.md", "x.png", "y.png", "z.png"}) {
            write(name, "same");
        }
        assertThat(run().status()).isZero();
        write("d.md", "else");
        write("f.md", "new");
        write("y.png", "else");
        var run = run();
        assertThat(FakeLede.unpacked(lede.bulk().body())).containsOnlyKeys("d.md", "f.md", "y.png");
        assertThat(run.out()).startsWith("created 1, updated 2, unchanged 6 in ");
        assertThat(new String(lede.files.get("d.md"), UTF_8)).isEqualTo("else");
    }

    @Test
    void sendsNothingWhenNothingDiffers() throws IOException {
        write("a.md", "A");
        write("a.png", "P");
        run();
        lede.asked.clear();
        var run = run();
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("Nothing differs");
        assertThat(run.out()).startsWith("created 0, updated 0, unchanged 2 in ");
        assertThat(lede.asked("POST")).isEmpty();
    }

    @Test
    void sendsLongAndForeignNamesAndLargeFilesAsTheyAre() throws IOException {
        var name = "长".repeat(40) + "/" + "é".repeat(60) + " &+%.md";
        var large = "x".repeat(3_000_000);
        write(name, large);
        write("empty.md", "");
        assertThat(run().status()).isZero();
        assertThat(lede.files.keySet()).containsExactlyInAnyOrder(name, "empty.md");
        assertThat(new String(lede.files.get(name), UTF_8)).isEqualTo(large);
    }

    @Test
    void putsEverythingBelowAPrefix() throws IOException {
        write("a.md", "BROKEN");
        write("b.md", "fine");
        var run = run("--into", "blog/en/");
        assertThat(lede.files.keySet()).containsExactly("blog/en/b.md");
        assertThat(run.err()).contains(root.resolve("a.md") + ":4:7: error: ");
    }

    @Test
    void tellsOfErrorsAndWarningsAsCompilersDo() throws IOException {
        write("posts/a.md", "BROKEN");
        write("posts/b.md", "ODD");
        var run = run();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .contains(
                        root
                                + "/posts/a.md:4:7: error: key \"date\": \"2023-02-30\" is no calendar date (did you mean 2023-02-28?)",
                        root + "/posts/b.md:2: warning: the key is not known");
        assertThat(run.out()).startsWith("created 1, updated 0, unchanged 0, failed 1 in ");
    }

    @Test
    void anyFailureLeavesNothingWhenAtomic() throws IOException {
        write("a.md", "BROKEN");
        write("b.md", "fine");
        var run = run("--atomic", "--strict", "--if-revision", "7");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).startsWith("nothing is stored: ");
        assertThat(lede.bulk().query())
                .containsOnly(Map.entry("atomic", "true"), Map.entry("strict", "true"), Map.entry("ifRevision", "7"));
        assertThat(lede.files).isEmpty();
    }

    @Test
    void oneFailureAmongManyThatAreThereIsOneOfMany() throws IOException {
        write("b.md", "fine");
        run();
        write("a.md", "BROKEN");
        assertThat(run().status()).isEqualTo(1);
        assertThat(run("--atomic").status()).isEqualTo(3);
    }

    @Test
    void prunesWithTheWholeFolderSoThatMovesAreRecognised() throws IOException {
        write("posts/a.md", "A");
        write("posts/b.md", "B");
        lede.files.put("elsewhere/x.md", "X".getBytes(UTF_8));
        run();
        Files.move(root.resolve("posts/b.md"), root.resolve("posts/c.md"));
        var run = run("--prune", "--max-deletes", "5");
        assertThat(lede.bulk().query())
                .containsOnly(Map.entry("prune", "true"), Map.entry("scope", "posts/"), Map.entry("maxDeletes", "5"));
        assertThat(FakeLede.unpacked(lede.bulk().body())).containsOnlyKeys("posts/a.md", "posts/c.md");
        assertThat(lede.files.keySet()).containsExactly("elsewhere/x.md", "posts/a.md", "posts/c.md");
        assertThat(run.out()).contains("deleted 1");
    }

    @Test
    void prunesNothingWhereNothingIsGone() throws IOException {
        write("posts/a.md", "A");
        run();
        write("posts/b.md", "B");
        run("--prune");
        assertThat(lede.bulk().query()).isEmpty();
        assertThat(FakeLede.unpacked(lede.bulk().body())).containsOnlyKeys("posts/b.md");
    }

    @Test
    void takesTheScopeFromThePrefixElseFromWhatTheFilesShare() throws IOException {
        for (var there : new String[] {"x.md", "blog/x.md", "posts/x.md", "news/x.md"}) {
            lede.files.put(there, "X".getBytes(UTF_8));
        }
        write("posts/a.md", "A");
        run("--prune", "--dry-run");
        assertThat(lede.bulk().query()).containsEntry("scope", "posts/");
        run("--prune", "--dry-run", "--into", "blog");
        assertThat(lede.bulk().query()).containsEntry("scope", "blog/");
        run("--prune", "--dry-run", "--scope", "news");
        assertThat(lede.bulk().query()).containsEntry("scope", "news/");
        write("b.md", "B");
        run("--prune", "--dry-run");
        assertThat(lede.bulk().query()).containsEntry("scope", "/");
    }

    @Test
    void neverPrunesByAFolderThatIsEmptyOrCannotBeRead() throws IOException {
        lede.files.put("posts/x.md", "X".getBytes(UTF_8));
        var run = run("--prune");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("would delete everything");
        write("posts/a.md", "A");
        write("posts/closed.md", "C");
        Files.setPosixFilePermissions(root.resolve("posts/closed.md"), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(root.resolve("posts/closed.md"))).isFalse();
        assertThat(run("--prune").err()).contains("nobody knows what --prune may delete");
        assertThat(lede.files).containsKey("posts/x.md");
    }

    @Test
    void planSaysWhatWouldChangeAndStoresNothing() throws IOException {
        write("posts/a.md", "Old title\nbody\n");
        write("posts/b.md", "B");
        write("posts/z.md", "Z");
        run();
        write("posts/a.md", "New title\nother body\n");
        Files.move(root.resolve("posts/b.md"), root.resolve("posts/c.md"));
        Files.delete(root.resolve("posts/z.md"));
        write("posts/new.md", "N");
        var before = Map.copyOf(lede.files);
        var run = run("--dry-run", "--prune");
        assertThat(run.status()).isZero();
        assertThat(run.lines())
                .contains(
                        "+ posts/new.md  /posts/new/",
                        "> posts/b.md  posts/c.md",
                        "- posts/z.md",
                        "~ posts/a.md",
                        "    title: \"Old title\" -> \"New title\"",
                        "    body: changed (3 -> 4 words)");
        assertThat(run.out()).contains("nothing is stored; it would be: created 2, updated 1");
        assertThat(lede.files).containsExactlyInAnyOrderEntriesOf(before);
        assertThat(lede.asked("PUT")).allMatch(put -> "true".equals(put.query().get("dryRun")));
    }

    @Test
    void speaksJsonToPrograms() throws IOException {
        write("a.md", "BROKEN");
        write("b.md", "fine");
        var run = run("--json");
        assertThat(run.lines()).hasSize(3).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(run.lines().get(2)).contains("\"created\":1", "\"failed\":1", "\"status\":207", "\"revision\":8");
    }

    @Test
    void quietSaysOnlyWhatFails() throws IOException {
        write("a.md", "ODD");
        var run = run("--quiet");
        assertThat(run.out() + run.err()).isEmpty();
        write("b.md", "BROKEN");
        run = run("--quiet");
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("b.md:4:7: error:");
    }

    @Test
    void warnsOfLinksThatItSkips() throws IOException {
        Files.createSymbolicLink(root.resolve("out"), Path.of("/"));
        write("a.md", "A");
        var run = run();
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains(root.resolve("out") + ": warning: skipped, as the link leads out of the folder");
    }

    @Test
    void tellsOfFilesThatCannotBeNamed() throws IOException {
        write("a\tb.md", "A");
        write("c.md", "C");
        var run = run();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("a\uFFFDb.md: error: ").doesNotContain("\t");
        assertThat(lede.files).containsOnlyKeys("c.md");
    }

    private Cli.Run run(String... options) {
        var arguments = new String[options.length + 6];
        System.arraycopy(options, 0, arguments, 6, options.length);
        arguments[0] = "import";
        arguments[1] = root.toString();
        arguments[2] = "--url";
        arguments[3] = lede.url();
        arguments[4] = "--key";
        arguments[5] = FakeLede.KEY;
        return Cli.run(arguments);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
