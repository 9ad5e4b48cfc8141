package dev.lede.ingest.spool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.testsupport.Tree;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolingTest {

    private static final String TAR = "application/x-tar";
    private static final String LINES = "application/x-ndjson";

    @TempDir
    Path folder;

    private Spool spool(String type, byte[] body) throws IOException {
        return spool(type, new ByteArrayInputStream(body));
    }

    private Spool spool(String type, InputStream body) throws IOException {
        return new Spooling(new SmallLimits(), folder).spool(body, MediaType.valueOf(type));
    }

    private static List<Entry> all(Spool spool) throws IOException {
        var all = new ArrayList<Entry>();
        try (var entries = spool.read()) {
            for (var next = entries.next(); next.isPresent(); next = entries.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    private static Entry only(Spool spool) throws IOException {
        var all = all(spool);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void refused(ProblemType type, String mediaType, InputStream body) throws IOException {
        assertThatThrownBy(() -> spool(mediaType, body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(type));
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private void malformed(String mediaType, byte[] body) throws IOException {
        refused(ProblemType.MALFORMED_ARCHIVE, mediaType, new ByteArrayInputStream(body));
    }

    @Test
    void keepsFilesInTheOrderGivenAndReadsThemAsOftenAsOneLikes() throws IOException {
        try (var spool =
                spool(TAR, Tree.of().with("b.md", "B").with("a/文.png", "A").tar())) {
            assertThat(spool.size()).isEqualTo(2);
            for (int turn = 0; turn < 2; turn++) {
                var all = all(spool);
                assertThat(all).extracting(Entry::name).containsExactly("b.md", "a/文.png");
                assertThat(all).extracting(Entry::ordinal).containsExactly(0, 1);
            }
            try (var entries = spool.read()) {
                // Passed over without being read.
                assertThat(entries.next()).isPresent();
                assertThat(((Entry.File) entries.next().orElseThrow()).bytes()).isEqualTo("A".getBytes(UTF_8));
            }
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void knowsTheFoldersThatAreBundles() throws IOException {
        var tree = Tree.of()
                .with("posts/a/index.md", "A")
                .with("posts/b/Index.zh-cn.md", "B")
                .with("posts/c/_index.md", "C")
                .with("posts/d/index.png", "D")
                .with("index.html", "Root");
        try (var spool = spool(TAR, tree.tar())) {
            assertThat(spool.bundles()).containsExactlyInAnyOrder("posts/a/", "posts/b/", "");
        }
    }

    @ParameterizedTest
    @CsvSource({"./posts/a.md, posts/a.md", "posts//a.md, posts/a.md", "././a.md, a.md"})
    void takesNamesThatSayTheSameInMoreWords(String name, String path) throws IOException {
        try (var spool = spool(TAR, Tree.of().with(name, "Text.").tar())) {
            assertThat(((Entry.File) only(spool)).path().value()).isEqualTo(path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git/config",
                "posts/.hidden/a.md",
                "._a.md",
                "posts/#a.md#",
                "a.md~",
                "__MACOSX/a.md",
                ".DS_Store"
            })
    void passesOverWhatIsNoContent(String name) throws IOException {
        try (var spool = spool(
                "application/zip",
                Tree.of().with("kept.md", "Text.").with(name, "x").zip())) {
            assertThat(only(spool).name()).isEqualTo("kept.md");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.md", "posts/../../a.md", "posts/./a.md", "a\u0001.md"})
    void refusesNamesThatLeadOutOrAreNone(String name) throws IOException {
        try (var spool = spool("application/zip", Tree.of().with(name, "x").zip())) {
            assertThat(only(spool)).isInstanceOf(Entry.Refused.class);
        }
    }

    @Test
    void refusesAnAbsolutePath() throws IOException {
        try (var spool = spool(LINES, "{\"path\": \"/etc/passwd.md\", \"content\": \"x\"}".getBytes(UTF_8))) {
            assertThat(only(spool))
                    .isInstanceOfSatisfying(
                            Entry.Refused.class,
                            refused -> assertThat(refused.detail()).contains("relative"));
        }
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO})
    void refusesLinksAndDevicesAndGoesOn(byte type) throws IOException {
        var bytes = tar(tar -> {
            var link = new TarArchiveEntry("posts/link.md", type);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            file(tar, "posts/a.md", "Text.".getBytes(UTF_8));
        });
        try (var spool = spool(TAR, bytes)) {
            var all = all(spool);
            assertThat(all.get(0)).isInstanceOf(Entry.Refused.class);
            assertThat(all.get(1)).isInstanceOf(Entry.File.class);
        }
    }

    @Test
    void takesAFileAtItsLimitAndRefusesALargerOne() throws IOException {
        var tree = Tree.of()
                .with("at.md", new byte[1 << 10])
                .with("past.md", new byte[(1 << 10) + 1])
                .with("at.png", new byte[2 << 10])
                .with("past.png", new byte[(2 << 10) + 1])
                .with("after.md", "Text.");
        try (var spool = spool(TAR, tree.tar())) {
            assertThat(all(spool).stream().map(Entry.File.class::isInstance))
                    .containsExactly(true, false, true, false, true);
            assertThat(((Entry.Refused) all(spool).get(1)).detail()).contains("lede.limits.document");
        }
    }

    @Test
    void refusesMoreEntriesThanItMayHave() throws IOException {
        var tree = Tree.of();
        for (int i = 0; i < 100; i++) {
            tree.with(i + ".md", "x");
        }
        spool(TAR, tree.tar()).close();
        tree.with("101.md", "x");

        refused(ProblemType.TOO_MANY_ENTRIES, TAR, new ByteArrayInputStream(tree.tar()));
        refused(ProblemType.TOO_MANY_ENTRIES, "application/zip", new ByteArrayInputStream(tree.zip()));
        var ignored = Tree.of();
        for (int i = 0; i < 101; i++) {
            ignored.with(".git/" + i, "x");
        }
        refused(ProblemType.TOO_MANY_ENTRIES, TAR, new ByteArrayInputStream(ignored.tar()));
    }

    @Test
    void refusesMoreBytesThanItMayHaveWithoutReadingThemAll() throws IOException {
        var header = Arrays.copyOf(Tree.of().with("large.bin", new byte[1]).tar(), 512);
        // 8 GB, as the header of a tar can just say it.
        System.arraycopy("77777777777\0".getBytes(ISO_8859_1), 0, header, 124, 12);
        sum(header);
        var read = new long[1];
        var endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) 'x');
                read[0] += length;
                return length;
            }
        };

        refused(ProblemType.ARCHIVE_TOO_LARGE, TAR, new SequenceInputStream(new ByteArrayInputStream(header), endless));
        assertThat(read[0]).isLessThan(5 << 20);
    }

    private static void sum(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xFF;
        }
        System.arraycopy(String.format("%06o\0 ", sum).getBytes(ISO_8859_1), 0, header, 148, 8);
    }

    @Test
    void refusesWhatGrowsTooMuch() throws IOException {
        var tree = Tree.of();
        for (int i = 0; i < 20; i++) {
            tree.with(i + ".bin", new byte[190_000]);
        }
        refused(ProblemType.COMPRESSION_RATIO_EXCEEDED, "application/gzip", new ByteArrayInputStream(tree.tarGz()));
        refused(ProblemType.COMPRESSION_RATIO_EXCEEDED, "application/zip", new ByteArrayInputStream(tree.zip()));
    }

    @Test
    void refusesAHeaderOfAHeaderThatFillsTheMemory() throws IOException {
        var header = new byte[512];
        System.arraycopy("PaxHeaders/x".getBytes(ISO_8859_1), 0, header, 0, 12);
        System.arraycopy("04000000000\0".getBytes(ISO_8859_1), 0, header, 124, 12);
        header[156] = 'x';
        System.arraycopy("ustar\00000".getBytes(ISO_8859_1), 0, header, 257, 8);
        sum(header);

        malformed(TAR, header);
    }

    @Test
    void refusesHeadersOfHeadersAndMembersOfNothingWithoutEnd() throws IOException {
        var header = new byte[512];
        System.arraycopy("././@LongLink".getBytes(ISO_8859_1), 0, header, 0, 13);
        System.arraycopy("00000000000\0".getBytes(ISO_8859_1), 0, header, 124, 12);
        header[156] = 'L';
        System.arraycopy("ustar  \0".getBytes(ISO_8859_1), 0, header, 257, 8);
        sum(header);
        malformed(TAR, repeated(header, 6_000));

        var nothing = new ByteArrayOutputStream();
        new GZIPOutputStream(nothing).close();
        malformed("application/gzip", repeated(nothing.toByteArray(), 100_000));
    }

    private static byte[] repeated(byte[] part, int times) {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void refusesWhatIsNoneOfTheFormsOrEndsTooEarly() throws IOException {
        var tree = Tree.of().with("a.md", "Text of some length, so that it does not fit in a block.".repeat(15));
        var text = "Just a text, and none of all that.".repeat(100).getBytes(UTF_8);
        malformed(TAR, text);
        malformed("application/gzip", text);
        malformed("application/zip", text);
        malformed("multipart/form-data; boundary=lede", text);
        malformed("multipart/form-data", tree.multipart());
        malformed(TAR, Arrays.copyOf(tree.tar(), 700));
        malformed("application/gzip", Arrays.copyOf(tree.tarGz(), 60));
        malformed("application/zip", Arrays.copyOf(tree.zip(), 100));
        malformed("multipart/form-data; boundary=lede", Arrays.copyOf(tree.multipart(), 300));
        malformed(TAR, Tree.of().tar());
        malformed(LINES, "\n\n".getBytes(UTF_8));
        malformed(TAR, new byte[0]);
        malformed("application/zip", new byte[0]);
    }

    @Test
    void aBadLineIsNamedAndNeverSpoilsTheOthers() throws IOException {
        var lines = """
                {"path": "a.md", "content": "Text."}
                {"path": "b.md", "content":
                {"path": "c.md"}
                {"path": "d.md", "content": 7}
                {"path": "e.md", "content": "x", "mode": 1}
                {"path": "f.md", "content": "\\ud800"}
                {"path": "g.bin", "content": "%%%", "encoding": "base64"}
                {"path": "h.md", "content": "x", "encoding": "rot13"}
                [1]
                {"path": "i.md", "content": "x"} {"path": "j.md", "content": "x"}
                {"path": "k.md", "content": "Last."}""".getBytes(UTF_8);
        try (var spool = spool(LINES, lines)) {
            var all = all(spool);
            assertThat(all).hasSize(11);
            assertThat(all.get(0)).isInstanceOf(Entry.File.class);
            assertThat(all.subList(1, 6)).allMatch(Entry.Refused.class::isInstance);
            assertThat(all.subList(7, 10)).allMatch(Entry.Refused.class::isInstance);
            assertThat(((Entry.Refused) all.get(1)).detail())
                    .startsWith("Line 2 is no JSON: Unexpected end-of-input")
                    .doesNotContain("Source", "Feature");
            assertThat(((Entry.Refused) all.get(5)).detail()).startsWith("Line 6:");
            assertThat(((Entry.File) all.get(10)).path().value()).isEqualTo("k.md");
        }
    }

    @Test
    void aLineThatIsNotUtf8IsRefused() throws IOException {
        try (var spool = spool(LINES, "{\"path\": \"a.md\", \"content\": \"caf\u00e9\"}".getBytes(ISO_8859_1))) {
            assertThat(only(spool)).isInstanceOf(Entry.Refused.class);
        }
    }

    @Test
    void aLineWithoutEndIsNotHeldInMemory() throws IOException {
        var start = "{\"path\": \"a.md\", \"content\": \"".getBytes(UTF_8);
        var body = new SequenceInputStream(new ByteArrayInputStream(start), new Repeated('x', 3 << 20));
        var after = new ByteArrayInputStream("\"}\n{\"path\": \"b.md\", \"content\": \"x\"}\n".getBytes(UTF_8));
        try (var spool = spool(LINES, new SequenceInputStream(body, after))) {
            var all = all(spool);
            assertThat(((Entry.Refused) all.get(0)).detail()).contains("bytes");
            assertThat(all.get(1)).isInstanceOf(Entry.File.class);
        }
    }

    private static final class Repeated extends InputStream {

        private final int value;
        private long left;

        Repeated(int value, long left) {
            this.value = value;
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int given = (int) Math.min(length, left);
            Arrays.fill(bytes, from, from + Math.max(0, given), (byte) value);
            left -= given;
            return given == 0 ? -1 : given;
        }
    }

    @Test
    void takesTheFilesOfAFormWhateverWayTheyAreNamed() throws IOException {
        var form = """
                preamble
                --lede
                Content-Disposition: form-data; name="note"

                No file.
                --lede
                Content-Disposition: form-data; name="a"; filename="posts/文.md"

                One.
                --lede
                Content-Disposition: form-data; name="b"; filename*=UTF-8''posts/%E6%96%87%202.md

                Two.
                --lede
                content-disposition: form-data; name="c"; filename=three.md

                Three.
                --lede--
                """.replace("\n", "\r\n").getBytes(UTF_8);
        try (var spool = spool("multipart/form-data; boundary=lede", form)) {
            assertThat(all(spool)).extracting(Entry::name).containsExactly("posts/文.md", "posts/文 2.md", "three.md");
            try (var entries = spool.read()) {
                assertThat(((Entry.File) entries.next().orElseThrow()).bytes()).isEqualTo("One.".getBytes(UTF_8));
            }
        }
    }

    @Test
    void readsTheOldNamesOfZips() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, java.nio.charset.Charset.forName("IBM437"))) {
            zip.putNextEntry(new ZipEntry("caf\u00e9.md"));
            zip.write('x');
        }
        try (var spool = spool("application/zip", bytes.toByteArray())) {
            assertThat(only(spool).name()).isEqualTo("caf\u00e9.md");
        }
    }

    @Test
    void takesLongNamesAndGzipsOfSeveralMembers() throws IOException {
        var name = "p".repeat(200) + "/" + "文".repeat(60) + ".md";
        var tar = Tree.of().with(name, "Text.").tar();
        var bytes = new ByteArrayOutputStream();
        for (var part : List.of(Arrays.copyOf(tar, 1000), Arrays.copyOfRange(tar, 1000, tar.length))) {
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(part);
            }
        }
        try (var spool = spool("application/gzip", bytes.toByteArray())) {
            assertThat(only(spool).name()).isEqualTo(name);
        }
    }

    @FunctionalInterface
    private interface TarWriter {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    private static byte[] tar(TarWriter writer) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes;
                var tar = new TarArchiveOutputStream(out)) {
            writer.write(tar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
