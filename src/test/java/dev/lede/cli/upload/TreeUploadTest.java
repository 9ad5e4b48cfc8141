package dev.lede.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lede.document.DocumentPath;
import dev.lede.tree.ContentTree;
import dev.lede.tree.TreeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeUploadTest {

    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    Path root;

    @Test
    void moreThanOneArchiveMayHoldBecomesSeveral() {
        var files = Collections.nCopies(450_000, file(10));
        assertThat(TreeUpload.batches(files)).extracting(List::size).containsExactly(200_000, 200_000, 50_000);
        var large = Collections.nCopies(250, file(10_000_000));
        assertThat(TreeUpload.batches(large))
                .allSatisfy(batch -> assertThat(batch.stream()
                                .mapToLong(one -> one.file().size())
                                .sum())
                        .isLessThan(GIBIBYTE));
        assertThat(TreeUpload.batches(large).stream().mapToInt(List::size).sum())
                .isEqualTo(250);
        assertThat(TreeUpload.batches(List.of(file(2 * GIBIBYTE)))).hasSize(1);
        assertThat(TreeUpload.batches(List.of())).isEmpty();
    }

    @Test
    void aTarIsNeverInMemoryAsAWhole() throws IOException {
        var chunk = new byte[1 << 20];
        new Random(1).nextBytes(chunk);
        try (OutputStream out = Files.newOutputStream(root.resolve("large.bin"))) {
            for (int piece = 0; piece < 64; piece++) {
                out.write(chunk);
            }
        }
        var files = ContentTree.of(root).walk().files().stream()
                .map(found -> new Outgoing("large.bin", found))
                .toList();
        var most = 0;
        long read = 0;
        try (var tar = new TarStream(files, new Counting())) {
            var buffer = new byte[1 << 24];
            for (int some = tar.read(buffer, 0, buffer.length); some >= 0; some = tar.read(buffer, 0, buffer.length)) {
                most = Math.max(most, some);
                read += some;
            }
        }
        assertThat(read).isGreaterThan(64L << 20);
        assertThat(most).isLessThan(1 << 18);
    }

    @Test
    void aLargeFileThatShrinksWhileItIsSentBreaksTheUpload() throws IOException {
        var file = Files.write(root.resolve("large.bin"), new byte[8 << 20]);
        var found = ContentTree.of(root).walk().files().get(0);
        try (var tar = new TarStream(List.of(new Outgoing("large.bin", found)), new Counting())) {
            var buffer = new byte[16];
            assertThat(tar.read(buffer, 0, 16)).isPositive();
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.truncate(10);
            }
            assertThatThrownBy(() -> tar.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("became shorter");
        }
    }

    @Test
    void aFileThatIsGoneByThenIsToldOfAndTheOthersAreSent() throws IOException {
        Files.writeString(root.resolve("a.md"), "A");
        Files.writeString(root.resolve("b.md"), "B");
        var files = ContentTree.of(root).walk().files().stream()
                .map(found -> new Outgoing(found.path().value(), found))
                .toList();
        Files.delete(root.resolve("a.md"));
        var counting = new Counting();
        byte[] sent;
        try (var tar = new TarStream(files, counting)) {
            sent = tar.readAllBytes();
        }
        assertThat(counting.unsent).containsExactly("a.md");
        assertThat(names(new ByteArrayInputStream(sent))).containsExactly("b.md");
    }

    private static List<String> names(InputStream archive) throws IOException {
        var names = new ArrayList<String>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static final class Counting implements TarStream.Sending {
        private final List<String> unsent = new ArrayList<>();

        @Override
        public void read(long bytes) {}

        @Override
        public void unsent(Outgoing file, IOException reason) {
            unsent.add(file.path());
        }
    }

    private static Outgoing file(long size) {
        var path = DocumentPath.parse("a.md");
        return new Outgoing("a.md", new TreeFile(path, Path.of("a.md"), size, FileTime.fromMillis(0), null));
    }
}
