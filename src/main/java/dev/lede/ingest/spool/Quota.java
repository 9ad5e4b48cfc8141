package dev.lede.ingest.spool;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.ingest.derive.IngestConfig.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** What one upload has used of what it may use. Not thread-safe. */
final class Quota {

    /** Below this many bytes a ratio says nothing. */
    private static final long TELLING = 1 << 20;

    private final Limits limits;
    private long packed;
    private long unpacked;
    private long entries;

    Quota(Limits limits) {
        this.limits = limits;
    }

    void entry() {
        if (++entries > limits.entries()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_ENTRIES,
                    format("An upload may have %,d entries (lede.limits.entries).", limits.entries()));
        }
    }

    private void packed(long bytes) {
        packed += bytes;
        refuseMoreThanLimit(packed);
    }

    private void unpacked(long bytes) {
        unpacked += bytes;
        refuseMoreThanLimit(unpacked);
        if (unpacked > TELLING && unpacked / limits.compressionRatio() > packed) {
            throw new ProblemException(
                    ProblemType.COMPRESSION_RATIO_EXCEEDED,
                    format(
                            "An upload may become %,d times as large when it is unpacked (lede.limits.compression-ratio).",
                            limits.compressionRatio()));
        }
    }

    private void refuseMoreThanLimit(long bytes) {
        var limit = limits.archive().asLongValue();
        if (bytes > limit) {
            throw new ProblemException(
                    ProblemType.ARCHIVE_TOO_LARGE,
                    format("An upload may have %,d bytes, packed and unpacked (lede.limits.archive).", limit));
        }
    }

    private static String format(String sentence, long number) {
        return String.format(Locale.ROOT, sentence, number);
    }

    /** The upload as it comes, counted. */
    InputStream packed(InputStream upload) {
        return new Counted(upload, this::packed);
    }

    /** What is unpacked of it, counted. */
    InputStream unpacked(InputStream file) {
        return new Counted(file, this::unpacked);
    }

    @FunctionalInterface
    private interface Count {
        void add(long bytes);
    }

    private static final class Counted extends FilterInputStream {

        private final Count count;

        Counted(InputStream in, Count count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count.add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count.add(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count.add(skipped);
            return skipped;
        }
    }
}
