package dev.lede.ingest.http.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.ingest.bulk.BulkItem;
import dev.lede.ingest.spool.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Items as members of a JSON array, kept on the disk until the numbers that come before them are known. */
final class ItemFile implements Closeable {

    private final Path file;
    private final OutputStream out;
    private final ObjectMapper json;
    private boolean empty = true;

    private ItemFile(Path file, OutputStream out, ObjectMapper json) {
        this.file = file;
        this.out = out;
        this.json = json;
    }

    /** @param file new and empty, which is deleted at the end */
    static ItemFile on(Path file, ObjectMapper json) {
        // Without a buffer, as what cannot be told of must be known before it is stored for good.
        return new ItemFile(file, Disk.write(file), json);
    }

    /** @throws dev.lede.http.problem.ProblemException when there is no room for it */
    void item(BulkItem item) {
        try {
            out.write(
                    ((empty ? "" : ",") + json.writeValueAsString(ItemView.of(item))).getBytes(StandardCharsets.UTF_8));
            empty = false;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Nothing comes any more. */
    void complete() throws IOException {
        out.close();
    }

    void copyTo(OutputStream target) throws IOException {
        Files.copy(file, target);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
