package dev.lede.benchmark.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of a server: flat out by wrk where it is installed, and at a rate by {@link LoadGenerator}, which counts
 * what a late answer makes wait.
 *
 * @param target a path with its query, in which {@code *} stands for a random number
 * @param bound of that number; 0 for none
 * @param fields more header fields
 */
public record Load(String target, int bound, List<String> fields) {

    private static final int CONNECTIONS = 32;
    private static final int MOST_STEADY = 4_000;
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 5);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 15);

    public static Load of(String target, String... fields) {
        return new Load(target, 0, List.of(fields));
    }

    /**
     * What it came to.
     *
     * @param cpu of the server, in microseconds for each answer
     * @param p50 and the others in microseconds
     */
    public record Result(double perSecond, double cpu, long p50, long p95, long p99) {

        public static Result median(List<Result> results) {
            return results.stream()
                    .sorted(Comparator.comparingDouble(Result::perSecond))
                    .toList()
                    .get(results.size() / 2);
        }
    }

    /** Lets the server run until what it does is compiled: within seconds Java grows several times as fast. */
    public void warmUp(Server server) throws Exception {
        run(server, CONNECTIONS, 0, WARM_UP);
    }

    /** As much as the server answers. */
    public Result flatOut(Server server) throws Exception {
        return run(server, CONNECTIONS, 0, SECONDS);
    }

    /** Half of what the server answers flat out, and no more than {@link LoadGenerator} keeps up with beside it. */
    public Result steady(Result flatOut, Server server) throws Exception {
        return at((long) Math.min(flatOut.perSecond() / 2, MOST_STEADY), server);
    }

    /** So many a second, come what may. */
    public Result at(long rate, Server server) throws Exception {
        return run(server, (int) Math.min(rate, CONNECTIONS), rate, SECONDS);
    }

    private Result run(Server server, int connections, long rate, int seconds) throws Exception {
        var before = server.cpuMicros();
        var printed = rate == 0 && Wrk.isThere()
                ? Wrk.run(this, server.port(), connections, seconds)
                : generated(server.port(), connections, rate, seconds);
        var cpu = server.cpuMicros() - before;
        var figures =
                Stream.of(printed.strip().split(" ")).mapToLong(Long::parseLong).toArray();
        if (figures[1] > 0 || figures[0] == 0) {
            throw new IllegalStateException(target + ": " + Arrays.toString(figures));
        }
        // wrk ends some tenths of a second late where it hardly gets to look at its clock.
        return new Result(figures[0] * 1e6 / figures[5], (double) cpu / figures[0], figures[2], figures[3], figures[4]);
    }

    private String generated(int port, int connections, long rate, int seconds) throws Exception {
        var arguments = new ArrayList<>(List.of(
                Integer.toString(port),
                Integer.toString(connections),
                Integer.toString(seconds),
                Long.toString(rate),
                target,
                Integer.toString(bound)));
        arguments.addAll(fields);
        return Children.outputOf(Children.java(LoadGenerator.class, arguments));
    }
}
