package dev.lede.benchmark.rival;

import dev.lede.benchmark.load.Server;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that the benchmark has started, and ends. */
public record Running(Process process, Server server) implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException tooLong) {
            server.processes().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
