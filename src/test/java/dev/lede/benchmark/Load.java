package dev.lede.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of a server.
 *
 * @param target a path with its query, in which {@code *} stands for a random number
 * @param bound of that number; 0 for none
 * @param fields more header fields
 */
record Load(String target, int bound, List<String> fields) {

    private static final int CONNECTIONS = 32;
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 5);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 15);

    static Load of(String target, String... fields) {
        return new Load(target, 0, List.of(fields));
    }

    /**
     * What it came to.
     *
     * @param cpu of the server, in microseconds for each answer
     * @param p50 and the others in microseconds
     */
    record Result(double perSecond, double cpu, long p50, long p95, long p99) {

        static Result median(List<Result> results) {
            return results.stream()
                    .sorted(Comparator.comparingDouble(Result::perSecond))
                    .toList()
                    .get(results.size() / 2);
        }
    }

    /** Lets the server run until what it does is compiled: within seconds Java grows several times as fast. */
    void warmUp(ProcessHandle server, int port) throws Exception {
        run(server, port, CONNECTIONS, 0, WARM_UP);
    }

    /** As much as the server answers. */
    Result flatOut(ProcessHandle server, int port) throws Exception {
        return run(server, port, CONNECTIONS, 0, SECONDS);
    }

    /** So many a second, come what may. */
    Result at(long rate, ProcessHandle server, int port) throws Exception {
        return run(server, port, (int) Math.min(rate, CONNECTIONS), rate, SECONDS);
    }

    private Result run(ProcessHandle server, int port, int connections, long rate, int seconds) throws Exception {
        var arguments = new ArrayList<>(List.of(
                Integer.toString(port),
                Integer.toString(connections),
                Integer.toString(seconds),
                Long.toString(rate),
                target,
                Integer.toString(bound)));
        arguments.addAll(fields);
        var before = Children.cpuMicros(server);
        var printed = Children.outputOf(Children.java(LoadGenerator.class, arguments));
        var cpu = Children.cpuMicros(server) - before;
        var figures =
                Stream.of(printed.strip().split(" ")).mapToLong(Long::parseLong).toArray();
        if (figures[1] > 0 || figures[0] == 0) {
            throw new IllegalStateException(target + ": " + Arrays.toString(figures));
        }
        return new Result((double) figures[0] / seconds, (double) cpu / figures[0], figures[2], figures[3], figures[4]);
    }
}
