package dev.lede.benchmark.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.benchmark.load.GeneratedDocuments;
import dev.lede.benchmark.load.Load;
import dev.lede.benchmark.rival.Floor;
import dev.lede.operation.Packaged;
import java.util.concurrent.Executors;

/** Documents that come in: what readers feel of many, and how many come one by one, beside pgbench with the same rows. */
final class Writes {

    private static final int WARM_UP = 2_000;
    private static final int PUTS = 500;

    /** Many a second, and yet few enough to leave the machine its breath. */
    private static final int STEADY = 500;

    private final Installation installation;
    private final Packaged lede;

    Writes(Installation installation, Packaged lede) {
        this.installation = installation;
        this.lede = lede;
    }

    /** @param first number of documents that are not there yet */
    void compare(int first, int count) throws Exception {
        readsDuringAnImport(Upload.of(installation.directory(), first, first + count));
        puts(first + count);
    }

    private void readsDuringAnImport(Upload upload) throws Exception {
        var server = Installation.server(lede);
        var list = Load.of("/v1/articles?count=none");
        var before = list.at(STEADY, server);
        var threads = Executors.newSingleThreadExecutor();
        try {
            var importing = threads.submit(() -> upload.seconds(lede));
            var during = list.at(STEADY, server);
            importing.get();
            Report.line(
                    "* list at %d a second: p99 %.1f ms, during an import %.1f ms",
                    STEADY, before.p99() / 1e3, during.p99() / 1e3);
        } finally {
            threads.shutdownNow();
        }
    }

    private void puts(int first) throws Exception {
        put("warm/", first, WARM_UP);
        var began = System.nanoTime();
        put("one/", first + WARM_UP, PUTS);
        var perSecond = PUTS / ((System.nanoTime() - began) / 1e9);
        if (Floor.isThere()) {
            var floor = installation.floor(lede);
            var least = floor.perSecond(Floor.write(floor.copyOfOneArticle()), 1);
            Report.line(
                    "* one PUT at a time: %.0f a second; pgbench with the same rows %.0f; %.2f",
                    perSecond, least, perSecond / least);
        } else {
            Report.line("* one PUT at a time: %.0f a second", perSecond);
        }
    }

    private void put(String folder, int first, int count) throws Exception {
        for (int number = first; number < first + count; number++) {
            var answer = lede.put(folder + number + ".md", GeneratedDocuments.document(number), Packaged.KEY);
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(new String(answer.body(), UTF_8));
            }
        }
    }
}
