package dev.lede.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lede import ARCHIVE} and {@code lede import -}. */
@Timeout(60)
class ImportArchiveTest {

    @TempDir
    Path folder;

    private FakeLede lede;

    @BeforeEach
    void start() throws IOException {
        lede = new FakeLede();
    }

    @AfterEach
    void stop() {
        lede.close();
    }

    @ParameterizedTest
    @CsvSource({
        "site.tar, application/x-tar",
        "site.tgz, application/gzip",
        "site.zip, application/zip",
        "site.ndjson, application/x-ndjson",
    })
    void sendsAnArchiveAsItIsWithItsTypeAndLength(String name, String type) throws IOException {
        var bytes = archive(type);
        var file = Files.write(folder.resolve(name), bytes);
        answerWell();
        var run = run(file.toString());
        assertThat(run.status()).isZero();
        assertThat(lede.bulk().headers())
                .containsEntry("Content-type", type)
                .containsEntry("Content-length", Integer.toString(bytes.length));
        assertThat(lede.bulk().body()).isEqualTo(bytes);
        assertThat(run.out()).startsWith("created 1, ");
    }

    @ParameterizedTest
    @CsvSource({"application/x-tar", "application/gzip", "application/zip", "application/x-ndjson"})
    void knowsWhatStandardInputHoldsByItsFirstBytes(String type) throws IOException {
        var bytes = archive(type);
        answerWell();
        var run = withInput(bytes, "-", "--atomic", "--prune", "--scope", "content", "--dry-run");
        assertThat(run.status()).isZero();
        assertThat(lede.bulk().headers()).containsEntry("Content-type", type);
        assertThat(lede.bulk().body()).isEqualTo(bytes);
        assertThat(lede.bulk().query())
                .containsOnly(
                        Map.entry("atomic", "true"),
                        Map.entry("prune", "true"),
                        Map.entry("scope", "content/"),
                        Map.entry("dryRun", "true"));
        assertThat(run.lines()).contains("+ a.md  /a/");
    }

    @Test
    void doesNotSendStandardInputTwice() throws IOException {
        lede.bulkAnswers.add(FakeLede.problem(503, "Busy", "Later.", Map.of("Retry-After", "0")));
        assertThat(withInput(archive("application/gzip"), "-").status()).isEqualTo(4);
        assertThat(lede.asked("POST")).hasSize(1);
    }

    @Test
    void asksWhetherTheKeyIsGoodBeforeItSendsMuch() throws IOException {
        var file = Files.write(folder.resolve("a.tgz"), archive("application/gzip"));
        var run = Cli.run("import", file.toString(), "--url", lede.url(), "--key", "wrong-key-0123456789");
        assertThat(run.status()).isEqualTo(5);
        assertThat(lede.asked("POST")).isEmpty();
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        var file = Files.writeString(folder.resolve("post.md"), "---\ntitle: x\n---\n");
        assertThat(run(file.toString()).status()).isEqualTo(2);
        assertThat(run(folder.resolve("gone.zip").toString()).status()).isEqualTo(2);
        assertThat(withInput(new byte[0], "-").err()).contains("Standard input holds no tar");
        var archive = Files.write(folder.resolve("a.tgz"), archive("application/gzip"));
        assertThat(run(archive.toString(), "--into", "x").err()).contains("--into needs a folder");
        assertThat(run(archive.toString(), "--watch").err()).contains("--watch needs a folder");
        assertThat(run(archive.toString(), "--prune").err()).contains("needs --scope");
        assertThat(lede.asked).isEmpty();
    }

    private void answerWell() {
        lede.bulkAnswers.add(new FakeLede.Answer(200, Map.of(), """
                {"path":"a.md","action":"created","url":"/a/"}
                {"summary":{"created":1},"status":200,"revision":8}
                """));
    }

    private Cli.Run run(String source, String... options) {
        var arguments = new ArrayList<>(List.of("import", source, "--url", lede.url(), "--key", FakeLede.KEY));
        arguments.addAll(List.of(options));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private Cli.Run withInput(byte[] input, String... arguments) {
        var before = System.in;
        System.setIn(new ByteArrayInputStream(input));
        try {
            return run(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
        } finally {
            System.setIn(before);
        }
    }

    private static byte[] archive(String type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        switch (type) {
            case "application/zip" -> {
                try (var zip = new ZipOutputStream(bytes)) {
                    zip.putNextEntry(new ZipEntry("a.md"));
                    zip.write('A');
                }
            }
            case "application/x-ndjson" ->
                bytes.writeBytes("  \n{\"path\":\"a.md\",\"content\":\"A\"}\n".getBytes(UTF_8));
            case "application/gzip" -> {
                try (var gzip = new GZIPOutputStream(bytes)) {
                    gzip.write(archive("application/x-tar"));
                }
            }
            default -> {
                try (var tar = new TarArchiveOutputStream(bytes)) {
                    var entry = new TarArchiveEntry("a.md");
                    entry.setSize(1);
                    tar.putArchiveEntry(entry);
                    tar.write('A');
                    tar.closeArchiveEntry();
                }
            }
        }
        return bytes.toByteArray();
    }
}
