package dev.lede.benchmark.load;

import java.util.List;

/**
 * A server on this machine.
 *
 * @param processes those that answer for it: what they use of the processor is what it costs
 */
public record Server(List<ProcessHandle> processes, int port) {

    public Server {
        processes = List.copyOf(processes);
    }

    public static Server of(Process process, int port) {
        return new Server(List.of(process.toHandle()), port);
    }

    /** The processor time that it has used, in microseconds. */
    long cpuMicros() {
        return processes.stream().mapToLong(Children::cpuMicros).sum();
    }
}
