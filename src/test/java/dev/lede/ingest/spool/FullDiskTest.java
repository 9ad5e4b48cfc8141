package dev.lede.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.ingest.spool.archive.ZipArchive;
import dev.lede.testsupport.Tree;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing can be written, an upload is told to come back; that it is malformed would be a lie. */
class FullDiskTest {

    @TempDir
    Path folder;

    private static void busy(ThrowingCallable writing) {
        assertThatThrownBy(writing)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.BUSY));
    }

    /** A file that is deleted as others are, and always full. */
    private Path full() throws IOException {
        var device = Path.of("/dev/full");
        assumeTrue(Files.exists(device));
        return Files.createSymbolicLink(folder.resolve("full"), device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-tar", "application/zip", "application/x-ndjson"})
    void aFolderThatCannotBeWrittenTo(String type) {
        var spooling = new Spooling(new SmallLimits(), folder.resolve("missing"));

        busy(() -> spooling.spool(new ByteArrayInputStream(new byte[0]), MediaType.valueOf(type)));
    }

    @Test
    void aDiskThatIsFullWhileAnUploadIsUnpacked() throws IOException {
        var file = full();
        var writer = new SpoolWriter(file, new SmallLimits(), new Quota(new SmallLimits()));

        busy(() -> {
            for (int i = 0; i < 100; i++) {
                writer.add(i + ".bin", new ByteArrayInputStream(new byte[2_000]));
            }
        });
        busy(writer::discard);
        assertThat(file).doesNotExist();
    }

    @Test
    void aDiskThatIsFullWhileAZipIsKept() throws IOException {
        var writer = new SpoolWriter(folder.resolve("spool"), new SmallLimits(), new Quota(new SmallLimits()));
        var zip = Tree.of().with("a.md", "Text.").zip();

        busy(() -> new ZipArchive(new Disk(folder.resolve("missing")), 1).read(new ByteArrayInputStream(zip), writer));
        writer.discard();
    }

    @Test
    void whatIsWrittenPieceByPieceToo() throws IOException {
        var out = Disk.write(full());

        busy(() -> out.write('x'));
        busy(() -> out.write("Text.".getBytes(UTF_8)));
        out.close();
    }
}
