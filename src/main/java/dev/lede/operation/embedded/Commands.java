package dev.lede.operation.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How this account runs PostgreSQL's programs. Commands run one at a time; {@link #cancel} may come from anywhere. */
final class Commands {

    private static final int OUTPUT_LIMIT = 32 * 1024;

    private final List<String> prefix;
    private volatile @Nullable Process running;
    private volatile boolean cancelled;

    private Commands(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own the process is nobody to itself, though its
     * files stay root's.
     */
    static Commands ofThisAccount() {
        if (new UnixSystem().getUid() != 0) {
            return new Commands(List.of());
        }
        var commands = new Commands(List.of("unshare", "--user"));
        if (!commands.canRun("true")) {
            throw new StartRefused(
                    "PostgreSQL refuses to run as root, and this system does not let root give it another"
                            + " identity (unshare --user failed). Run Lede as an ordinary user, or name a database with"
                            + " QUARKUS_DATASOURCE_JDBC_URL.");
        }
        return commands;
    }

    /** Runs a command to its end; its output, the first 32 KiB of both streams, belongs to the answer. */
    Outcome run(List<String> command, Duration limit) throws IOException {
        var process = process(command).redirectErrorStream(true).start();
        running = process;
        if (cancelled) {
            process.destroyForcibly();
        }
        try (var output = process.getInputStream()) {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, "no end after " + limit.toSeconds() + " s");
            }
            var text = new String(output.readNBytes(OUTPUT_LIMIT), StandardCharsets.UTF_8);
            return new Outcome(process.exitValue(), text.strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while starting the database.", e);
        } finally {
            running = null;
        }
    }

    /**
     * Starts a server that outlives the terminal's Ctrl-C, so that it is there until the application has drained.
     *
     * <p>Where there is no {@code setsid} (macOS), Ctrl-C reaches the server too; it then stops at once, cleanly.
     */
    Process startServer(List<String> command, Path directory) throws IOException {
        var whole = new ArrayList<String>();
        if (isOnPath("setsid")) {
            whole.add("setsid");
        }
        whole.addAll(prefix);
        whole.addAll(command);
        return bare(whole)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Ends what runs now, and whatever would be run later. */
    void cancel() {
        cancelled = true;
        var process = running;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private boolean canRun(String program) {
        try {
            return run(List.of(program), Duration.ofSeconds(5)).succeeded();
        } catch (IOException notFound) {
            return false;
        }
    }

    private ProcessBuilder process(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return bare(whole);
    }

    private static ProcessBuilder bare(List<String> command) {
        var builder =
                new ProcessBuilder(command).redirectInput(Path.of("/dev/null").toFile());
        // Lede's environment holds keys and passwords, and PG* variables would change what the programs do.
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static boolean isOnPath(String program) {
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return List.of(path.split(":")).stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * How a command ended.
     *
     * @param status 0 for success, -1 when it had to be ended
     */
    record Outcome(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "status %d: %s", status, output);
        }
    }
}
