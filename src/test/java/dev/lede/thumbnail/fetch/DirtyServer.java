package dev.lede.thumbnail.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ServerSocketFactory;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A server on loopback that answers each path as a {@link Play} says, by the rules or not. It writes bytes as they are,
 * remembers what it was asked, and counts the connections that the other side has not closed. Thread-safe.
 */
public final class DirtyServer implements AutoCloseable {

    /** Nothing it plays goes on for longer, so that no test hangs on it. */
    private static final int LONGEST_PLAY_MILLIS = 60_000;

    private final ServerSocket listening;
    private final Map<String, Play> plays = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    /** What is written to who asked; an {@link IOException} is the other side's going away. */
    @FunctionalInterface
    public interface Play {

        void to(OutputStream out) throws IOException, InterruptedException;
    }

    /**
     * A request.
     *
     * @param line the first line
     * @param fields the lines of the head behind it
     * @param serverName the name in the TLS handshake (RFC 6066 §3); empty without one, and without TLS
     */
    public record Asked(String line, List<String> fields, String serverName) {

        /** What it asks for. */
        public String target() {
            return line.split(" ", 3)[1];
        }

        /** The value of the field that stands first. */
        public Optional<String> field(String name) {
            return fields.stream()
                    .filter(field -> field.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(field -> field.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    private DirtyServer(ServerSocket listening) {
        this.listening = listening;
    }

    /** Listens on 127.0.0.1, on any free port. */
    public static DirtyServer start() throws IOException {
        return start(ServerSocketFactory.getDefault());
    }

    /** Listens likewise, with TLS perhaps. */
    public static DirtyServer start(ServerSocketFactory factory) throws IOException {
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        var server = new DirtyServer(factory.createServerSocket(0, 500, loopback));
        daemon(server::listen);
        return server;
    }

    /** From now on answers there so; 404 everywhere else. */
    public DirtyServer on(String target, Play play) {
        plays.put(target, play);
        return this;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The address of a target, as {@code http://127.0.0.1:PORT/}. */
    public String url(String target) {
        return url("127.0.0.1", target);
    }

    /** The address of a target at a name that somebody has to resolve. */
    public String url(String host, String target) {
        return "http://" + host + ":" + port() + target;
    }

    /** All requests so far whose heads were read. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Connections that were made and that nobody has closed yet. */
    public int open() {
        return open.get();
    }

    /** Connections that were ever made. */
    public int made() {
        return sockets.size();
    }

    /** Stops listening and drops every connection. */
    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.incrementAndGet();
                sockets.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(LONGEST_PLAY_MILLIS);
            var in = new BufferedInputStream(socket.getInputStream());
            var request = read(in, serverName(socket));
            asked.add(request);
            var player = daemon(() -> play(plays.getOrDefault(request.target(), Plays.status(404)), socket));
            try {
                in.transferTo(OutputStream.nullOutputStream());
            } finally {
                player.interrupt();
            }
        } catch (IOException gone) {
            // It is what many tests are about.
        } finally {
            open.decrementAndGet();
        }
    }

    private static void play(Play play, Socket socket) {
        try {
            play.to(socket.getOutputStream());
            socket.shutdownOutput();
        } catch (IOException gone) {
            // So is this.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String serverName(Socket socket) {
        if (socket instanceof SSLSocket secure && secure.getSession() instanceof ExtendedSSLSession session) {
            return session.getRequestedServerNames().stream()
                    .map(name -> new String(name.getEncoded(), US_ASCII))
                    .collect(Collectors.joining(","));
        }
        return "";
    }

    private static Asked read(InputStream in, String serverName) throws IOException {
        var first = line(in);
        var fields = new ArrayList<String>();
        for (var field = line(in); !field.isEmpty(); field = line(in)) {
            fields.add(field);
        }
        return new Asked(first, fields, serverName);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("The request ended after: " + line);
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "dirty-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A head as it stands on the wire. */
    static byte[] head(int status, String... fields) {
        var lines = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return String.format(Locale.ROOT, "HTTP/1.1 %d Whatever\r\n%s\r\n", status, lines)
                .getBytes(ISO_8859_1);
    }
}
