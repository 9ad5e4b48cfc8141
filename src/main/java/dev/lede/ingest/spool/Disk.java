package dev.lede.ingest.spool;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.quarkus.logging.Log;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The folder where uploads lie until they are dealt with. Where it is full, or cannot be written to, the upload is refused
 * as {@code busy}: that passes, and is no fault of who sends it.
 */
public record Disk(Path folder) {

    /**
     * Makes a new, empty file, which who asks for it deletes; if the process is killed before, a later start does.
     *
     * @throws ProblemException when there is no room for it
     */
    public Path file(String suffix) {
        try {
            return Files.createTempFile(folder, Leftovers.PREFIX, suffix);
        } catch (IOException full) {
            throw noRoom(full);
        }
    }

    /**
     * Writes to a file, without a buffer.
     *
     * @return throws a {@link ProblemException} when there is no room for what is written
     */
    public static OutputStream write(Path file) {
        try {
            return new Refusing(Files.newOutputStream(file));
        } catch (IOException full) {
            throw noRoom(full);
        }
    }

    private static ProblemException noRoom(IOException full) {
        Log.error("An upload cannot be written to the disk", full);
        return new ProblemException(ProblemType.BUSY, "There is no room for this upload just now.")
                .retryAfter(Duration.ofMinutes(1));
    }

    private static final class Refusing extends FilterOutputStream {

        Refusing(OutputStream file) {
            super(file);
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException full) {
                throw noRoom(full);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException full) {
                throw noRoom(full);
            }
        }
    }
}
