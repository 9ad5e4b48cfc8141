package dev.lede.benchmark.server;

import dev.lede.benchmark.load.Children;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application side by side with the least that would do: a bare HTTP handler in the same JVM, pgbench on the
 * same database. Prints a table.
 */
class ServerComparison {

    private static final int ARTICLES = Integer.getInteger("benchmark.articles", 10_000);

    /** Documents from here on are stored by none but {@link Writes}. */
    private static final int UNUSED = 2 * ARTICLES + 10_000;

    @TempDir
    Path directory;

    @Test
    void comparison() throws Exception {
        Report.line(
                "## %d articles, %d processors, Java %s",
                ARTICLES, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        var installation = new Installation(directory);
        try (var lede = installation.start(Map.of())) {
            new Imports(installation, ARTICLES).compare(lede);
            new Writes(installation, lede).compare(UNUSED, ARTICLES);
            new CachedReads(installation, lede).compare();
            Report.line(
                    "resident: %d MiB",
                    Children.residentMebibytes(lede.process().toHandle()));
        }
        try (var lede = installation.start(Map.of("LEDE_CACHE_SIZE", "0"))) {
            new UncachedReads(installation, lede).compare(ARTICLES);
        }
        new Starts(installation).measure();
    }
}
