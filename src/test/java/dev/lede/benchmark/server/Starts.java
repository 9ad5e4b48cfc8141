package dev.lede.benchmark.server;

import dev.lede.operation.Packaged;
import dev.lede.operation.embedded.EmbeddedPostgres;
import dev.lede.operation.embedded.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** How long it takes from the launcher to the first answer, on data that is there already. */
final class Starts {

    private static final int ROUNDS = 5;
    private static final Path MAPS = Path.of("/proc/self/maps");

    private final Installation installation;

    Starts(Installation installation) {
        this.installation = installation;
    }

    void measure() throws Exception {
        Report.table("first answer after a start", "median s", "all", "Java", "start-up archive");
        measure("with the embedded database", () -> installation.start(Map.of()));
        try (var database = Homes.started(installation.directory().resolve("data"))) {
            var settings = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME",
                    EmbeddedPostgres.DATABASE,
                    "QUARKUS_DATASOURCE_PASSWORD",
                    database.password());
            measure("on a database that runs", () -> installation.start(settings));
        }
    }

    private static void measure(String what, Callable<Packaged> start) throws Exception {
        var seconds = new ArrayList<Double>();
        var archive = "";
        for (int round = 0; round < ROUNDS; round++) {
            var began = System.nanoTime();
            try (var lede = start.call()) {
                lede.get("/v1/articles?limit=1");
                seconds.add((System.nanoTime() - began) / 1e9);
                archive = archive(lede.process());
            }
        }
        Report.line(
                "| %s | %.2f | %s | %s | %s |",
                what,
                Report.median(seconds),
                seconds.stream()
                        .map(one -> String.format(Locale.ROOT, "%.2f", one))
                        .collect(Collectors.joining(" ")),
                System.getProperty("java.version"),
                archive);
    }

    /** The one that the process has mapped; Java says nothing when it cannot use what it was given. */
    private static String archive(Process process) throws IOException {
        if (!Files.exists(MAPS)) {
            return "not known";
        }
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "maps")).stream()
                .filter(line -> line.contains("/startup-"))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .findFirst()
                .orElse("none");
    }
}
