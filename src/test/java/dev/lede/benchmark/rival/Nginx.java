package dev.lede.benchmark.rival;

import dev.lede.benchmark.load.Children;
import dev.lede.benchmark.load.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** nginx, which serves the bytes of answers as files {@code /0}, {@code /1} and so on, set up for nothing but speed. */
public final class Nginx {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    private static final String SETTINGS = """
            daemon off;
            worker_processes %d;
            %s
            pid nginx.pid;
            events {
              worker_connections 1024;
            }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              open_file_cache max=16 inactive=1d;
              open_file_cache_valid 1d;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              default_type application/json;
              server {
                listen 127.0.0.1:%d reuseport;
                root files;
              }
            }
            """;

    private Nginx() {}

    /** Where it is installed, if it is. */
    public static Optional<Path> program() {
        return Children.installed("nginx")
                .or(() -> Optional.of(Path.of("/usr/sbin/nginx")).filter(Files::isExecutable));
    }

    /**
     * Starts it with these answers in their order.
     *
     * @param program see {@link #program}
     * @param directory of its own
     */
    public static Running start(Path program, Path directory, List<Sample> answers)
            throws IOException, InterruptedException {
        var files = Files.createDirectories(directory.resolve("files"));
        for (int number = 0; number < answers.size(); number++) {
            Files.copy(answers.get(number).bytes(), files.resolve(Integer.toString(number)));
        }
        var port = freePort();
        // Workers of root are nobody otherwise, who may not read what is here.
        var user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        var settings = Files.writeString(directory.resolve("nginx.conf"), SETTINGS.formatted(WORKERS, user, port));
        var log = directory.resolve("error.log");
        var process = new ProcessBuilder(
                        program.toString(), "-p", directory + "/", "-c", settings.toString(), "-e", log.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.log").toFile())
                .start();
        awaitWorkers(process, log);
        return new Running(
                process,
                new Server(
                        Stream.concat(Stream.of(process.toHandle()), process.children())
                                .toList(),
                        port));
    }

    private static void awaitWorkers(Process process, Path log) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE_NANOS;
        while (process.children().count() < WORKERS) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException("nginx does not serve: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
