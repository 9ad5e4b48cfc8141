package dev.lede.operation.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that Lede brings, starts, watches and stops itself, with its data in {@code <data folder>/postgres}.
 *
 * <p>Every acknowledged commit survives the end of this process and of the server, however they end. One process at a
 * time may use a folder. {@link #close} may be called from any thread at any time, also while {@link #start} is still at
 * work, which then fails.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The application's database, and the account that owns it and is no superuser. */
    public static final String DATABASE = "lede";

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final int LAUNCHES = 10;
    private static final Duration BETWEEN_LAUNCHES = Duration.ofMillis(300);
    private static final int RESTARTS = 3;
    private static final Duration RESTARTS_FORGOTTEN = Duration.ofMinutes(10);

    private final Home home;
    private final HomeLock lock;
    private final ServerSettings settings;
    private final Commands commands = Commands.ofThisAccount();
    private volatile boolean closed;
    private @Nullable Postmaster server;
    private String password = "";
    private int restarts;

    private EmbeddedPostgres(Home home, HomeLock lock, ServerSettings settings) {
        this.home = home;
        this.lock = lock;
        this.settings = settings;
    }

    /**
     * Takes a data folder, making it if need be. Nothing runs yet.
     *
     * @throws StartRefused if it cannot be written, or if another process holds it
     */
    public static EmbeddedPostgres in(Path dataDir, ServerSettings settings) {
        var home = Home.under(dataDir);
        var lock = HomeLock.take(home);
        try {
            return new EmbeddedPostgres(home, lock, settings);
        } catch (StartRefused e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts the server and waits until it answers: a second, some more at the first start, and as long as it takes to
     * recover after a crash.
     *
     * <p>When the server ends by itself it is started again, on the same port, at most three times in ten minutes.
     *
     * @param onLost called, on another thread, when the server has ended and cannot be brought back
     * @throws StartRefused if it cannot be started; nothing runs then
     */
    public void start(Runnable onLost) {
        try {
            var binaries = Binaries.in(home);
            Orphan.end(home.cluster());
            binaries.removeOthers();
            var cluster = new Cluster(home, binaries);
            cluster.prepare(commands);
            password = cluster.password();
            var launched = launch(cluster, EmbeddedPostgres::freePort);
            new Administration(launched, home, password).ensureDatabase(DATABASE);
            watch(launched, cluster, onLost);
            LOG.infof("PostgreSQL %s is ready: port=%d folder=%s", binaries.version(), launched.port(), home.root());
        } catch (RuntimeException e) {
            var failure = closed ? stopped(e) : e;
            close();
            throw failure;
        }
    }

    /** Where the application's database is reached, as JDBC wants it, without the password. */
    public synchronized String jdbcUrl() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + DATABASE;
    }

    /** The password of the account {@link #DATABASE}. */
    public String password() {
        return password;
    }

    /** Stops the server cleanly and gives the folder back; bounded, and without effect the second time. */
    @Override
    public void close() {
        closed = true;
        commands.cancel();
        synchronized (this) {
            if (server != null) {
                server.stop();
            }
            lock.close();
        }
    }

    private Postmaster launch(Cluster cluster, IntSupplier port) {
        for (int attempt = 1; ; attempt++) {
            var launched = launchOnce(cluster, port.getAsInt());
            if (new Administration(launched, home, password).awaitAnswer()) {
                return launched;
            }
            var words = launched.log().lastWords();
            // A port that was free a moment ago, or the memory of a killed server whose sessions are still ending.
            if (closed || attempt == LAUNCHES || !words.contains("in use")) {
                throw new StartRefused("PostgreSQL ended while starting: " + words);
            }
            LockSupport.parkNanos(BETWEEN_LAUNCHES.toNanos());
        }
    }

    private static StartRefused stopped(@Nullable Throwable cause) {
        return new StartRefused("The database was stopped while it started.", cause);
    }

    private synchronized Postmaster launchOnce(Cluster cluster, int port) {
        if (closed) {
            throw stopped(null);
        }
        var launched = Postmaster.launch(commands, cluster, settings, port);
        server = launched;
        return launched;
    }

    private void watch(Postmaster watched, Cluster cluster, Runnable onLost) {
        CompletableFuture<Void> unused = watched.onExit()
                .thenRunAsync(() -> restart(watched, cluster, onLost), task -> {
                    var thread = new Thread(task, "postgresql-watch");
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    private void restart(Postmaster ended, Cluster cluster, Runnable onLost) {
        if (closed) {
            return;
        }
        LOG.errorf(
                "PostgreSQL ended by itself: status=%d last_words=%s",
                ended.process().exitValue(), ended.log().lastWords());
        if (ended.age().compareTo(RESTARTS_FORGOTTEN) > 0) {
            restarts = 0;
        }
        while (!closed && restarts < RESTARTS) {
            restarts++;
            try {
                var launched = launch(cluster, ended::port);
                watch(launched, cluster, onLost);
                LOG.infof("PostgreSQL is ready again: port=%d", launched.port());
                return;
            } catch (StartRefused e) {
                LOG.warn(e.getMessage());
            }
        }
        if (!closed) {
            LOG.errorf("PostgreSQL ended by itself more than %d times; giving up", RESTARTS);
            onLost.run();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused("No free port on the loopback interface (" + e.getMessage() + ").", e);
        }
    }
}
