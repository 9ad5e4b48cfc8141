package dev.lede.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lede.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code lede export}. */
@Timeout(60)
class ExportTest {

    @TempDir
    Path folder;

    private final AtomicReference<byte[]> archive = new AtomicReference<>(new byte[0]);
    private final AtomicReference<String> accepted = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/export", exchange -> {
            accepted.set(exchange.getRequestHeaders().getFirst("Accept"));
            exchange.getResponseHeaders().set("Content-Type", "application/gzip");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(archive.get());
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void writesTheArchiveAsItComes() throws IOException {
        archive.set(tarGz("a.md", "b.md"));
        var run = export("backup.tar.gz");
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("exported 2 files");
        assertThat(accepted).hasValue("application/gzip");
        assertThat(Files.readAllBytes(folder.resolve("backup.tar.gz"))).isEqualTo(archive.get());
        assertThat(names()).containsExactly("backup.tar.gz");
    }

    @Test
    void keepsNothingOfAnArchiveThatBreaksOff() throws IOException {
        var old = Files.writeString(folder.resolve("backup.tar.gz"), "the old one");
        for (int missing : new int[] {1, 8, 100}) {
            var whole = tarGz("a.md", "b.md");
            archive.set(Arrays.copyOf(whole, whole.length - missing));
            var run = export("backup.tar.gz");
            assertThat(run.status()).as("without the last %s bytes", missing).isEqualTo(4);
            assertThat(run.err()).contains("broke off");
        }
        assertThat(Files.readString(old)).isEqualTo("the old one");
        assertThat(names()).containsExactly("backup.tar.gz");
    }

    @Test
    void keepsNothingOfAnArchiveThatWasChangedOnTheWay() throws IOException {
        var changed = tarGz("a.md", "b.md");
        changed[changed.length - 6] ^= 1;
        archive.set(changed);
        assertThat(export("backup.tar.gz").status()).isEqualTo(4);
        assertThat(names()).isEmpty();
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        archive.set(tarGz("a.md"));
        assertThat(export(".").status()).isEqualTo(2);
        assertThat(export("gone/backup.tar.gz").status()).isEqualTo(3);
    }

    private Cli.Run export(String file) {
        return Cli.run(
                "export",
                folder.resolve(file).toString(),
                "--url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] tarGz(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (var name : names) {
                var entry = new TarArchiveEntry(name);
                entry.setSize(3);
                tar.putArchiveEntry(entry);
                tar.write(new byte[] {1, 2, 3});
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
