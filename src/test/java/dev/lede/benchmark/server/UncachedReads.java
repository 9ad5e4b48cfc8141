package dev.lede.benchmark.server;

import dev.lede.benchmark.load.Load;
import dev.lede.benchmark.rival.Floor;
import dev.lede.operation.Packaged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads that the database answers every time, beside pgbench with the same rows of the same database. */
final class UncachedReads {

    private static final int ROUNDS = 3;
    private static final int CLIENTS = 8;

    private final Installation installation;
    private final Packaged lede;

    /** @param lede started without memory */
    UncachedReads(Installation installation, Packaged lede) {
        this.installation = installation;
        this.lede = lede;
    }

    /** @param articles of these, by their slugs */
    void compare(int articles) throws Exception {
        Report.table("uncached", "a second", "of pgbench", "CPU us", "p50 us", "p95", "p99");
        compare("list of 20", Load.of("/v1/articles"), Floor.LIST);
        compare("by tag", new Load("/v1/articles?tag=tag-*", 50, List.of()), Floor.TAG);
        compare("one by slug", new Load("/v1/articles/article-*", articles, List.of()), Floor.slug(articles));
    }

    private void compare(String name, Load load, String script) throws Exception {
        var server = Installation.server(lede);
        var ours = new ArrayList<Load.Result>();
        var least = new ArrayList<Double>();
        load.warmUp(server);
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(load.flatOut(server));
            if (Floor.isThere()) {
                least.add(installation.floor(lede).perSecond(script, CLIENTS));
            }
        }
        var real = Load.Result.median(ours);
        var steady = load.steady(real, server);
        Report.line(
                "| %s | %.0f | %s | %.1f | %d | %d | %d |",
                name,
                real.perSecond(),
                least.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", real.perSecond() / Report.median(least)),
                real.cpu(),
                steady.p50(),
                steady.p95(),
                steady.p99());
    }
}
