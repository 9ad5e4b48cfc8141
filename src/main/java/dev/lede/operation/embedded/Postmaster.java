package dev.lede.operation.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One running server process. */
record Postmaster(Process process, int port, ServerLog log, Instant launchedAt) {

    /** A fast shutdown ends with a checkpoint: a moment, unless the disk is slow. */
    private static final Duration FAST_LIMIT = Duration.ofSeconds(30);

    private static final Duration IMMEDIATE_LIMIT = Duration.ofSeconds(5);

    static Postmaster launch(Commands commands, Cluster cluster, ServerSettings settings, int port) {
        var command = new ArrayList<String>();
        command.add(cluster.binaries().program("postgres"));
        command.addAll(List.of("-D", cluster.home().cluster().toString(), "-p", Integer.toString(port)));
        command.addAll(settings.asArguments());
        try {
            var process = commands.startServer(command, cluster.home().cluster());
            return new Postmaster(process, port, ServerLog.follow(process.getInputStream()), Instant.now());
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL cannot be run here (" + Home.reason(e) + ").", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Duration age() {
        return Duration.between(launchedAt, Instant.now());
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Stops the server: fast, which ends sessions and writes everything out, or immediate if that takes too long. */
    void stop() {
        if (!ended("INT", FAST_LIMIT) && !ended("QUIT", IMMEDIATE_LIMIT)) {
            process.destroyForcibly();
        }
    }

    private boolean ended(String signal, Duration limit) {
        try {
            if (process.isAlive()) {
                signal(process.pid(), signal);
            }
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Java itself can send no other signals than TERM and KILL; the shell's built-in {@code kill} is everywhere. */
    static void signal(long pid, String signal) throws IOException {
        var kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("/dev/null").toFile())
                .start();
        try {
            if (!kill.waitFor(5, TimeUnit.SECONDS)) {
                kill.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
