package dev.lede.benchmark.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Asks a server on this machine over many connections, in a process of its own. With a rate, requests are due at fixed
 * moments and a late answer counts from when its request was due, so that a pause of the server shows in full; without
 * one, each connection asks again as soon as it is answered.
 *
 * <p>Arguments: port, connections, seconds, requests a second (0 for as many as it takes), a target, in which {@code *}
 * stands for a random number below the next argument, and header fields. Prints the answers that came, those that were not
 * 200 or 304, how long they took at p50, p95 and p99, and in what time all of them came, in microseconds.
 */
final class LoadGenerator {

    /** At a rate, what this program itself needs to become quick counts for nobody. */
    private static final long UNMEASURED_NANOS = 2_000_000_000L;

    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private final int connections;
    private final long measuredFrom;
    private final long until;
    private final long interval;
    private final String target;
    private final int bound;
    private final String fields;

    private LoadGenerator(String[] arguments) {
        port = Integer.parseInt(arguments[0]);
        connections = Integer.parseInt(arguments[1]);
        var rate = Long.parseLong(arguments[3]);
        measuredFrom = System.nanoTime() + (rate == 0 ? 0 : UNMEASURED_NANOS);
        until = measuredFrom + Long.parseLong(arguments[2]) * 1_000_000_000L;
        interval = rate == 0 ? 0 : 1_000_000_000L * connections / rate;
        target = arguments[4];
        bound = Integer.parseInt(arguments[5]);
        fields = String.join(
                "", Stream.of(arguments).skip(6).map(field -> field + "\r\n").toList());
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        var generator = new LoadGenerator(arguments);
        var workers = new ArrayList<Worker>();
        for (int i = 0; i < generator.connections; i++) {
            workers.add(generator.new Worker(i));
        }
        workers.forEach(Thread::start);
        for (var worker : workers) {
            worker.join();
        }
        System.out.println(generator.result(workers));
    }

    private String result(List<Worker> workers) {
        var took = workers.stream()
                .flatMapToLong(worker -> Arrays.stream(worker.took, 0, worker.answered))
                .sorted()
                .toArray();
        var failed = workers.stream().mapToLong(worker -> worker.failed).sum();
        return took.length + " " + failed + " " + at(took, 0.5) + " " + at(took, 0.95) + " " + at(took, 0.99) + " "
                + (until - measuredFrom) / 1_000;
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * share)] / 1_000;
    }

    private final class Worker extends Thread {

        private final int number;
        private long[] took = new long[1 << 16];
        private int answered;
        private int failed;

        Worker(int number) {
            this.number = number;
        }

        @Override
        public void run() {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE_MILLIS);
                var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                var due = System.nanoTime() + interval * number / connections;
                while (due < until) {
                    LockSupport.parkNanos(due - System.nanoTime());
                    socket.getOutputStream().write(request());
                    note(status(in), due, System.nanoTime());
                    due = interval == 0 ? System.nanoTime() : due + interval;
                }
            } catch (IOException lost) {
                failed++;
            }
        }

        private byte[] request() {
            var path = bound == 0
                    ? target
                    : target.replace(
                            "*", Integer.toString(ThreadLocalRandom.current().nextInt(bound)));
            return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + fields + "\r\n").getBytes(ISO_8859_1);
        }

        private void note(int status, long due, long answeredAt) {
            if (status != 200 && status != 304) {
                failed++;
            }
            if (due < measuredFrom) {
                return;
            }
            if (answered == took.length) {
                took = Arrays.copyOf(took, 2 * answered);
            }
            took[answered++] = answeredAt - due;
        }
    }

    /** Reads one answer to its end. */
    private static int status(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).substring(9, 12));
        long length = 0;
        for (var field = line(in); !field.isEmpty(); field = line(in)) {
            if (field.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(field.substring(15).strip());
            }
        }
        if (status != 304) {
            in.skipNBytes(length);
        }
        return status;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("The connection was closed");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }
}
