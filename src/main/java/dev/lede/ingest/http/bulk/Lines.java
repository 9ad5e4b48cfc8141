package dev.lede.ingest.http.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.article.transaction.ContentWrites.Written;
import dev.lede.http.problem.Problem;
import dev.lede.ingest.bulk.BulkItem;
import dev.lede.ingest.bulk.BulkSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A JSON object a line: each item as soon as it is known, and how all ended in the last line. Not thread-safe. */
final class Lines {

    /** So often at least somebody who waits is told, in nanoseconds. */
    private static final long PATIENCE = 200_000_000L;

    private final OutputStream out;
    private final ObjectMapper json;
    private long flushed = System.nanoTime();
    private boolean begun;

    Lines(OutputStream out, ObjectMapper json) {
        this.out = out;
        this.json = json;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record LastView(
            @Nullable BulkSummary summary,
            int status,
            @Nullable Long revision,
            @Nullable Problem problem) {}

    void item(BulkItem item) {
        write(ItemView.of(item));
        if (System.nanoTime() - flushed > PATIENCE) {
            flush();
        }
    }

    /** Whether anything may have been sent. */
    boolean hasBegun() {
        return begun;
    }

    void end(Written<BulkSummary> written, boolean atomic) {
        write(new LastView(written.result(), written.result().status(atomic), written.revision(), null));
        flush();
    }

    /** Nothing is stored, though lines said what would have been. */
    void end(Problem problem) {
        write(new LastView(null, problem.status(), null, problem));
        flush();
    }

    private void write(Object view) {
        try {
            begun = true;
            out.write((json.writeValueAsString(view) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A view that is no JSON", fault);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void flush() {
        try {
            out.flush();
            flushed = System.nanoTime();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
