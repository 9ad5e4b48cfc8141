package dev.lede.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One connection to the application under test, on which requests are written as they are. */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    private RawHttp(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static RawHttp connect() throws IOException {
        return connectFrom(1);
    }

    /** From another address of this machine, which is 127.0.0.{@code last}. */
    public static RawHttp connectFrom(int last) throws IOException {
        var server = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return new RawHttp(
                new Socket(server, RestAssured.port, InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last}), 0));
    }

    /** Sends one request without body and reads the answer. */
    public static Reply get(String target, String... headers) throws IOException {
        return exchange("GET", target, headers);
    }

    /** Sends one request without body and reads the answer. */
    public static Reply exchange(String method, String target, String... headers) throws IOException {
        try (var connection = connect()) {
            return connection.send(method, target, headers).reply(method.equals("HEAD"));
        }
    }

    /** Sends a head. */
    public RawHttp send(String method, String target, String... headers) throws IOException {
        var fields = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return write(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
    }

    public RawHttp write(String text) throws IOException {
        return write(text.getBytes(ISO_8859_1));
    }

    public RawHttp write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads one answer. What an answer to HEAD has behind its head would be taken for the next answer. */
    public Reply reply(boolean toHead) throws IOException {
        var status = line();
        var headers = new ArrayList<String>();
        for (var header = line(); !header.isEmpty(); header = line()) {
            headers.add(header);
        }
        var reply = new Reply(Integer.parseInt(status.split(" ", 3)[1]), headers, new byte[0]);
        boolean empty = toHead || reply.status() == 304 || reply.status() == 204;
        return empty ? reply : new Reply(reply.status(), headers, body(reply));
    }

    /** Whether the other side has closed the connection, once it has nothing more to say. */
    public boolean isClosed() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private byte[] body(Reply reply) throws IOException {
        if (reply.header("Transfer-Encoding").isPresent()) {
            var body = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.writeBytes(in.readNBytes(size));
                line();
            }
            line();
            return body.toByteArray();
        }
        return in.readNBytes(
                reply.header("Content-Length").map(Integer::parseInt).orElse(0));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("The connection ended after: " + line);
            }
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    /**
     * An answer as it came.
     *
     * @param headers each a line
     */
    public record Reply(int status, List<String> headers, byte[] body) {

        /** Its value, where it stands exactly once. */
        public Optional<String> header(String name) {
            var values = all(name);
            if (values.size() > 1) {
                throw new AssertionError(name + " stands more than once: " + headers);
            }
            return values.stream().findFirst();
        }

        public List<String> all(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        public String text() {
            return new String(body, UTF_8);
        }
    }
}
