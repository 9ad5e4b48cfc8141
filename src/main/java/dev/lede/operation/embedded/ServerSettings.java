package dev.lede.operation.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings PostgreSQL is started with.
 *
 * <p>They are given on its command line, where they win over {@code postgresql.conf} and {@code ALTER SYSTEM}: neither
 * an old file nor a stray command can take durability away.
 */
public record ServerSettings(Map<String, String> values) {

    private static final long MIB = 1 << 20;
    private static final long LEAST_BUFFERS = 128 * MIB;
    private static final long MOST_BUFFERS = 1_024 * MIB;

    /** The documentation of PostgreSQL proposes a quarter; this server shares its machine, and the system caches files too. */
    private static final int SHARE = 16;

    public ServerSettings {
        values = Map.copyOf(values);
    }

    /** What serving needs: every acknowledged commit is on the disk, and the server is reachable from this host alone. */
    public static ServerSettings durable() {
        return new ServerSettings(Map.ofEntries(
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                // Full pages after each checkpoint are most of the log's bytes. This server has pglz alone to compress
                // them, which took a third of its time during an import: further apart there are fewer of them.
                Map.entry("max_wal_size", "2GB"),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("password_encryption", "scram-sha-256"),
                // The pool takes 16 and a second node, a person or a migration some more; each one costs memory.
                Map.entry("max_connections", "40"),
                Map.entry("shared_buffers", sharedBuffers(memory()) / MIB + "MB"),
                Map.entry("work_mem", "8MB"),
                Map.entry("random_page_cost", "1.1"),
                // Requests are short and many: the cores are shared among them, not given to one of them.
                Map.entry("max_parallel_workers_per_gather", "0"),
                Map.entry("jit", "off"),
                Map.entry("max_logical_replication_workers", "0"),
                // A query whose client was killed ends instead of running on.
                Map.entry("client_connection_check_interval", "10s"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_line_prefix", ""),
                // A statement carries documents; the log must not.
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_error_verbosity", "terse")));
    }

    /** How many bytes of pages the server keeps, where the machine has so many. It takes them as they are needed. */
    static long sharedBuffers(long memory) {
        return Math.min(Math.max(memory / SHARE, LEAST_BUFFERS), MOST_BUFFERS);
    }

    // What a container allows, where it is less.
    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    /** The same settings but for one. */
    public ServerSettings with(String name, String value) {
        var changed = new TreeMap<>(values);
        changed.put(name, value);
        return new ServerSettings(changed);
    }

    /** As arguments of the {@code postgres} program, in a fixed order. */
    List<String> asArguments() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .flatMap(setting -> List.of("-c", setting.getKey() + "=" + setting.getValue()).stream())
                        .toList();
    }
}
