package dev.lede.change.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection on which events come, read as the HTML standard says (section 9.2.6), but for what no test needs. */
public final class EventSource implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final List<String> head = new ArrayList<>();
    private final BufferedReader lines;
    private String lastEventId = "";

    private EventSource(int port, String query, String... headers) throws IOException {
        // Small, so that little is under way to one who does not read.
        socket.setReceiveBufferSize(16 * 1_024);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        var fields = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        socket.getOutputStream()
                .write(("GET /v1/events?" + query + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://reader.example\r\n"
                                + fields + "\r\n")
                        .getBytes(UTF_8));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /** Connects to the application under test, and reads the head of the answer. */
    static EventSource open(String query, String... headers) throws IOException {
        return open(RestAssured.port, query, headers);
    }

    /** The same elsewhere on this machine. */
    public static EventSource open(int port, String query, String... headers) throws IOException {
        var source = new EventSource(port, query, headers);
        for (var line = source.lines.readLine(); line != null && !line.isEmpty(); line = source.lines.readLine()) {
            source.head.add(line);
        }
        return source;
    }

    List<String> head() {
        return head;
    }

    public String lastEventId() {
        return lastEventId;
    }

    /** The next line that is one of these, whatever the pieces in which it comes; null at the end. */
    @Nullable
    public String next(String... beginnings) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                lastEventId = line.substring(4);
            }
            for (var beginning : beginnings) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        }
        return null;
    }

    /** The data of the next event. */
    public String data() throws IOException {
        var line = next("data: ");
        if (line == null) {
            throw new EOFException("No more events come");
        }
        return line.substring(6);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
