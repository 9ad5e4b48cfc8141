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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is damaged, cut off or put together by hand is read whole or refused, and nothing of it is passed over. */
class DamagedArchivesTest {

    private static final String TAR = "application/x-tar";
    private static final String GZIP = "application/gzip";
    private static final String ZIP = "application/zip";
    private static final String LINES = "application/x-ndjson";
    private static final int BLOCK = 512;
    private static final int USUAL_END = 20 * BLOCK;

    private static final byte[] ONE = Tree.of().with("one.md", "One.").tar();
    private static final byte[] TWO =
            Tree.of().with("two.md", "Two.").with("p.png", new byte[1_500]).tar();

    @TempDir
    Path folder;

    private List<Entry> all(String type, InputStream body) throws IOException {
        var all = new ArrayList<Entry>();
        try (var spool = new Spooling(new SmallLimits(), folder).spool(body, MediaType.valueOf(type));
                var entries = spool.read()) {
            for (var next = entries.next(); next.isPresent(); next = entries.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    private List<Entry> all(String type, byte[] body) throws IOException {
        return all(type, new ByteArrayInputStream(body));
    }

    private void refused(String type, byte[] body, String because) throws IOException {
        assertThatThrownBy(() -> all(type, body)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ProblemType.MALFORMED_ARCHIVE);
            assertThat(refusal).hasMessageContaining(because);
        });
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] without(byte[] tar, int atTheEnd) {
        return Arrays.copyOf(tar, tar.length - atTheEnd);
    }

    /** Up to where the blocks of nothing begin. */
    private static byte[] endless(byte[] tar) {
        int end = tar.length;
        while (tar[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(tar, (end + BLOCK - 1) / BLOCK * BLOCK);
    }

    @Test
    void aZipWhoseContentIsNotWhatItsChecksumSaysIsRefused() throws IOException {
        var text = "Text that nobody packs: 0123456789";
        var stored = storedZip("kept.md", "Text.", "posts/a.md", text);
        all(ZIP, stored);
        int at = new String(stored, ISO_8859_1).indexOf(text);
        stored[at] ^= 1;

        refused(ZIP, stored, "\"posts/a.md\" is damaged");
    }

    private static byte[] storedZip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                var text = namesAndTexts[i + 1].getBytes(UTF_8);
                var entry = new java.util.zip.ZipEntry(namesAndTexts[i]);
                var sum = new java.util.zip.CRC32();
                sum.update(text);
                entry.setMethod(java.util.zip.ZipEntry.STORED);
                entry.setSize(text.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(text);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 7, 4, 1})
    void aGzipWhoseTrailerSaysOtherwiseIsRefused(int fromTheEnd) throws IOException {
        var packed = gzip(ONE);
        packed[packed.length - fromTheEnd] ^= 1;

        refused(GZIP, packed, "checksum");
    }

    @Test
    void whatIsCutOffAnywhereIsRefused() throws IOException {
        var tar = endless(TWO);
        for (int length = 1; length <= tar.length; length += length % BLOCK == 0 ? 1 : BLOCK - 1) {
            refused(TAR, Arrays.copyOf(tar, length), "it is cut off");
        }
        var packed = gzip(TWO);
        for (int length = 3; length < packed.length; length++) {
            refused(GZIP, Arrays.copyOf(packed, length), "cut off");
        }
        var zip = Tree.of().with("one.md", "One.").with("two.md", "Two.").zip();
        for (int length = 0; length < zip.length; length++) {
            refused(ZIP, Arrays.copyOf(zip, length), "");
        }
    }

    @Test
    void paddingOfAnyLengthIsTaken() throws IOException {
        var tar = endless(ONE);
        for (int padding : new int[] {BLOCK, 2 * BLOCK, USUAL_END, 3 * BLOCK + 100, 1 << 20}) {
            var padded = joined(tar, new byte[padding]);
            assertThat(all(TAR, padded)).hasSize(1);
            assertThat(all(GZIP, joined(gzip(padded), new byte[padding]))).hasSize(1);
        }
    }

    @Test
    void zerosWithoutEndAreRefused() throws IOException {
        refused(GZIP, gzip(joined(ONE, new byte[65 << 20])), "zeros without end");
    }

    @ParameterizedTest
    @ValueSource(ints = {BLOCK, 2 * BLOCK, 3 * BLOCK, USUAL_END})
    void tarsOneAfterTheOtherReadAsOne(int padding) throws IOException {
        var one = joined(endless(ONE), new byte[padding]);

        assertThat(all(TAR, joined(one, TWO))).extracting(Entry::name).containsExactly("one.md", "two.md", "p.png");
        assertThat(all(GZIP, joined(gzip(one), gzip(TWO)))).hasSize(3);
    }

    @Test
    void zerosWithinAFileAreNoEnd() throws IOException {
        var zeros = Tree.of()
                .with("zeros.bin", new byte[3 * BLOCK])
                .document("after.md", "After")
                .tar();

        var all = all(TAR, zeros);

        assertThat(all).extracting(Entry::name).containsExactly("zeros.bin", "after.md");
        assertThat(((Entry.File) all.get(0)).size()).isEqualTo(3L * BLOCK);
    }

    @Test
    void whatFollowsTheEndAndIsNoTarIsRefused() throws IOException {
        refused(TAR, joined(ONE, "Some text.".getBytes(UTF_8)), "cut off");
        refused(TAR, joined(ONE, "Some text. ".repeat(100).getBytes(UTF_8)), "");
        refused(TAR, joined(ONE, without(endless(TWO), 100)), "cut off");
        refused(GZIP, joined(gzip(ONE), TWO), "what follows its gzip");
        refused(GZIP, joined(gzip(ONE), "Some text.".getBytes(UTF_8)), "what follows its gzip");
    }

    @Test
    void aSenderWhoPausesBetweenTwoMembersIsWaitedFor() throws IOException {
        var body = new ByteArrayInputStream(joined(gzip(ONE), gzip(TWO))) {
            @Override
            public int read(byte[] bytes, int from, int length) {
                return super.read(bytes, from, Math.min(1, length));
            }

            @Override
            public int available() {
                return 0;
            }
        };

        assertThat(all(GZIP, body)).hasSize(3);
    }

    @Test
    void theHeaderOfAGzipMaySayMore() throws IOException {
        var plain = gzip(ONE);
        var head = new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3};
        var more = joined(head, new byte[] {2, 0, 'x', 'y'}, "name\0comment\0".getBytes(UTF_8), new byte[] {1, 2});

        assertThat(all(GZIP, joined(more, Arrays.copyOfRange(plain, 10, plain.length))))
                .hasSize(1);
    }

    @Test
    void aNameThatIsNoUtf8IsRefusedAndTheOthersAreNot() throws IOException {
        var bytes = Tree.of()
                .document("before.md", "Before")
                .document("caf_.md", "Caf")
                .document("what?.md", "What")
                .tar();
        named(bytes, "caf_.md", "caf\u00e9.md".getBytes(ISO_8859_1));

        var all = all(TAR, bytes);

        assertThat(all).extracting(Entry::name).containsExactly("before.md", "caf\uFFFD.md", "what?.md");
        assertThat(all.get(1))
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(refused.detail()).contains("UTF-8"));
        assertThat(((Entry.File) all.get(2)).path().value()).isEqualTo("what?.md");
    }

    @Test
    void aNameInUtf8IsTakenWithAndWithoutRecords() throws IOException {
        var bytes = Tree.of().document("caf__.md", "Caf").tar();
        named(bytes, "caf__.md", "caf\u00e9.md".getBytes(UTF_8));
        assertThat(all(TAR, bytes)).extracting(Entry::name).containsExactly("caf\u00e9.md");

        // In the header itself a name of records is cut or of another encoding.
        var recorded = Tree.of()
                .document("caf\u00e9/" + "\u00e9".repeat(100) + ".md", "Caf")
                .tar();
        assertThat(all(TAR, recorded)).hasOnlyElementsOfType(Entry.File.class);
    }

    /** Writes another name of the same length into a header. */
    private static void named(byte[] tar, String old, byte[] name) {
        int at = new String(tar, ISO_8859_1).indexOf(old) / BLOCK * BLOCK;
        System.arraycopy(name, 0, tar, at, name.length);
        Arrays.fill(tar, at + 148, at + 156, (byte) ' ');
        int sum = 0;
        for (int i = at; i < at + BLOCK; i++) {
            sum += tar[i] & 0xFF;
        }
        System.arraycopy(String.format("%06o\0 ", sum).getBytes(ISO_8859_1), 0, tar, at + 148, 8);
    }

    @ParameterizedTest
    @CsvSource({
        "aGVsbG8%, \"%\" is none",
        "aGVsbG8=trailing, does not end",
        "aGVs*bG8=, \"*\" is none",
        "aGVsbG8=!, \"!\" is none",
        "a, does not end",
        "aGVsbG-_, \"-\" is none"
    })
    void whatIsNotQuiteBase64FailsByItself(String content, String because) throws IOException {
        var all = all(
                LINES,
                ("{\"path\": \"a.png\", \"content\": \"" + content
                                + "\", \"encoding\": \"base64\"}\n{\"path\": \"b.png\", \"content\": \"aGVs\\r\\nbG8=\\n\","
                                + " \"encoding\": \"base64\"}\n")
                        .getBytes(UTF_8));

        assertThat(all.get(0)).isInstanceOfSatisfying(Entry.Refused.class, refused -> {
            assertThat(refused.name()).isEqualTo("a.png");
            assertThat(refused.detail()).startsWith("Line 1: ").contains("base64", because);
        });
        assertThat(((Entry.File) all.get(1)).size()).isEqualTo(5);
    }
}
