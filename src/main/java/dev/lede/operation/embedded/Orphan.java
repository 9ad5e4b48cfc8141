package dev.lede.operation.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * A server that still runs on a cluster although the Lede that started it is gone, killed most likely.
 *
 * <p>The server's own {@code postmaster.pid} names a process. After a crash of the machine that number may belong to
 * anybody, so the process is looked at before it is touched.
 */
record Orphan(ProcessHandle process, Path cluster) {

    private static final Logger LOG = Logger.getLogger(Orphan.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    private static final Duration DYING_LIMIT = Duration.ofSeconds(5);
    private static final Duration FAST_LIMIT = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_LIMIT = Duration.ofSeconds(10);

    /** Ends the orphan of this cluster, if there is one, and clears away a pid file that no server stands behind. */
    static void end(Path cluster) {
        var pidFile = cluster.resolve("postmaster.pid");
        try {
            var process = process(pidFile);
            if (process.isPresent()) {
                new Orphan(process.get(), cluster).settle(pidFile);
            }
        } catch (NumberFormatException torn) {
            // Cut short by a crash of the machine, which no server survived; PostgreSQL would refuse to start.
            deleteStale(pidFile);
        } catch (IOException e) {
            throw new StartRefused("Lede cannot read " + pidFile + " (" + Home.reason(e) + ").", e);
        }
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        try (var lines = Files.lines(pidFile, StandardCharsets.UTF_8)) {
            var pid = Long.parseLong(lines.findFirst().orElse("").strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        } catch (NoSuchFileException noServer) {
            return Optional.empty();
        }
    }

    private void settle(Path pidFile) throws IOException {
        var deadline = System.nanoTime() + DYING_LIMIT.toNanos();
        while (process.isAlive()) {
            if (isServerOfCluster()) {
                stop();
                if (isZombie()) {
                    deleteStale(pidFile);
                }
                return;
            }
            if (isKnownToBeForeign()) {
                // PostgreSQL would take the foreign process for its predecessor and refuse to start.
                deleteStale(pidFile);
                return;
            }
            // A process that is being killed hides its command before it is gone.
            if (System.nanoTime() > deadline) {
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static void deleteStale(Path pidFile) {
        LOG.warnf("Removing a pid file that no server stands behind: file=%s", pidFile);
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isServerOfCluster() {
        var info = process.info();
        var isPostgres =
                info.command().filter(command -> command.endsWith("postgres")).isPresent();
        var namesCluster = info.arguments().map(List::of).orElse(List.of()).contains(cluster.toString());
        // A server works in its data folder, under whatever name that folder was reached when it started.
        return isPostgres
                && (namesCluster || workingDirectory().filter(cluster::equals).isPresent());
    }

    private Optional<Path> workingDirectory() {
        try {
            return Optional.of(
                    Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath());
        } catch (IOException notLinuxOrNotOurs) {
            return Optional.empty();
        }
    }

    /** A process that hides its command is another account's, and PostgreSQL itself sees through that case. */
    private boolean isKnownToBeForeign() throws IOException {
        return process.info().command().isPresent() || isZombie();
    }

    /** Dead, but not yet taken note of by its parent: some containers have no init process that would. */
    private boolean isZombie() throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.isReadable(status)) {
            return false;
        }
        var line = Files.readString(status, StandardCharsets.UTF_8);
        return line.startsWith(" Z", line.lastIndexOf(')') + 1);
    }

    private void stop() throws IOException {
        LOG.infof("Stopping the PostgreSQL that an earlier Lede left behind: pid=%d", process.pid());
        // PostgreSQL, "Shutting Down the Server": SIGINT is a fast shutdown, SIGQUIT an immediate one.
        if (!signalled("INT", FAST_LIMIT) && !signalled("QUIT", IMMEDIATE_LIMIT)) {
            throw new StartRefused("A PostgreSQL that an earlier Lede left behind (process " + process.pid()
                    + ") does not stop. End it by hand, then start again.");
        }
    }

    private boolean signalled(String signal, Duration limit) throws IOException {
        Postmaster.signal(process.pid(), signal);
        var deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive() || isZombie()) {
                return true;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return false;
    }
}
