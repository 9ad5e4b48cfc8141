package dev.lede.operation.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/**
 * What the server says, passed on to Lede's log; the last lines are kept to explain an end. Safe for use by several
 * threads.
 */
final class ServerLog {

    private static final Logger LOG = Logger.getLogger("dev.lede.postgresql");
    private static final int KEPT_LINES = 8;
    private static final Duration END_LIMIT = Duration.ofSeconds(1);

    private final Deque<String> last = new ArrayDeque<>();
    private final Thread reader;

    private ServerLog(InputStream stream) {
        reader = new Thread(() -> readAll(stream), "postgresql-log");
        reader.setDaemon(true);
    }

    /** Follows the stream to its end, on a thread of its own. */
    static ServerLog follow(InputStream stream) {
        var log = new ServerLog(stream);
        log.reader.start();
        return log;
    }

    private void readAll(InputStream stream) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line.strip());
            }
        } catch (IOException serverIsGone) {
            LOG.debug("the server's log ended", serverIsGone);
        }
    }

    private synchronized void keep(String line) {
        if (last.size() == KEPT_LINES) {
            last.removeFirst();
        }
        last.addLast(line);
        // An ERROR is the answer to some statement, and whoever sent that statement handles it.
        if (line.startsWith("PANIC:") || line.startsWith("WARNING:")) {
            LOG.warn(line);
        } else {
            LOG.debug(line);
        }
    }

    /** The last lines of a server that has ended; a process of its that lingers is not waited for. */
    String lastWords() {
        try {
            reader.join(END_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return String.join(" | ", last);
        }
    }
}
