package dev.lede.benchmark.server;

import java.util.ArrayList;
import java.util.Map;

/** How long it takes from the start to the first answer. */
final class Starts {

    private static final int ROUNDS = 3;

    private final Installation installation;

    Starts(Installation installation) {
        this.installation = installation;
    }

    void measure() throws Exception {
        var seconds = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var began = System.nanoTime();
            try (var lede = installation.start(Map.of())) {
                lede.get("/v1/articles?limit=1");
                seconds.add((System.nanoTime() - began) / 1e9);
            }
        }
        Report.line(
                "first answer after a start with the embedded database: %.2f s (median of %d)",
                Report.median(seconds), ROUNDS);
    }
}
