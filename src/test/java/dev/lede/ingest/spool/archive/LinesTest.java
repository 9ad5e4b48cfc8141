package dev.lede.ingest.spool.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    private static final int LONGEST = 150_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000, 65_536, 1_000_000})
    void areWhatStandsBetweenLineFeeds(int atOnce) throws IOException {
        var random = new Random(atOnce);
        var text = new StringBuilder();
        // Some end just before, at and behind the end of a block.
        for (int length : new int[] {0, 3, 65_531, 65_535, 65_536, 65_537, 0, 140_000, 12, 131_071, 0}) {
            random.ints(length, 'a', 'z').forEach(letter -> text.append((char) letter));
            text.append('\n');
        }
        text.append("the last");
        assertThat(read(text.toString(), atOnce))
                .isEqualTo(List.of(text.toString().split("\n", -1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_000_000})
    void ofALineThatIsTooLongTheRestIsCountedAndPassedOver(int atOnce) throws IOException {
        var lines = new Lines(slowly("x".repeat(LONGEST + 5) + "\ny", atOnce), LONGEST);
        assertThat(lines.next()).isEqualTo(LONGEST + 5);
        assertThat(lines.line()).hasSize(LONGEST);
        assertThat(lines.next()).isEqualTo(1);
        assertThat(lines.line()).isEqualTo("y".getBytes(ISO_8859_1));
        assertThat(lines.isEnded()).isTrue();
    }

    private static List<String> read(String text, int atOnce) throws IOException {
        var lines = new Lines(slowly(text, atOnce), LONGEST);
        var read = new ArrayList<String>();
        while (!lines.isEnded()) {
            long length = lines.next();
            assertThat(lines.line()).hasSize((int) length);
            read.add(new String(lines.line(), ISO_8859_1));
        }
        return read;
    }

    /** Gives no more bytes at once, as a connection does. */
    private static InputStream slowly(String text, int atOnce) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, atOnce));
            }
        };
    }
}
