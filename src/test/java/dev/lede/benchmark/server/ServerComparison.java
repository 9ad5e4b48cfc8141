package dev.lede.benchmark.server;

import dev.lede.benchmark.load.Children;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application side by side with others: a bare HTTP handler in the same JVM, nginx, pgbench on the same
 * database, Hugo. Prints tables. {@code -Dbenchmark.parts=cached,starts} does some of it alone.
 */
class ServerComparison {

    private static final int ARTICLES = Integer.getInteger("benchmark.articles", 10_000);

    /** Documents from here on are stored by none but {@link Writes}. */
    private static final int UNUSED = 2 * ARTICLES + 10_000;

    private static final List<String> PARTS =
            List.of(System.getProperty("benchmark.parts", "imports,writes,cached,uncached,starts")
                    .split(","));

    @TempDir
    Path directory;

    @Test
    void comparison() throws Exception {
        Report.line(
                "## %d articles, %d processors, Java %s",
                ARTICLES, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        if (PARTS.contains("imports")) {
            new Imports(directory.resolve("imports"), ARTICLES).compare();
        }
        var installation = new Installation(Files.createDirectory(directory.resolve("lede")));
        try (var lede = installation.start(Map.of())) {
            var upload = Upload.of(directory, 0, ARTICLES);
            upload.seconds(lede);
            Report.line("* the same again, all unchanged: %.2f s", upload.seconds(lede));
            if (PARTS.contains("writes")) {
                new Writes(installation, lede).compare(UNUSED, ARTICLES);
            }
            if (PARTS.contains("cached")) {
                new CachedReads(installation, lede).compare();
                Report.line(
                        "* resident: %d MiB",
                        Children.residentMebibytes(lede.process().toHandle()));
            }
        }
        if (PARTS.contains("uncached")) {
            try (var lede = installation.start(Map.of("LEDE_CACHE_SIZE", "0"))) {
                new UncachedReads(installation, lede).compare(ARTICLES);
            }
        }
        if (PARTS.contains("starts")) {
            new Starts(installation).measure();
        }
    }
}
