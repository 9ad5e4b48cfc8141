package dev.lede.benchmark.server;

import dev.lede.benchmark.load.Load;
import dev.lede.benchmark.load.Server;
import dev.lede.benchmark.rival.BareServer;
import dev.lede.benchmark.rival.Sample;
import dev.lede.operation.Packaged;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Reads that are answered from memory, beside a bare handler with the same bytes. */
final class CachedReads {

    private static final int ROUNDS = 3;

    private final Installation installation;
    private final Packaged lede;

    CachedReads(Installation installation, Packaged lede) {
        this.installation = installation;
        this.lede = lede;
    }

    void compare() throws Exception {
        var tag = lede.get("/v1/articles").headers().firstValue("ETag").orElseThrow();
        var loads = new LinkedHashMap<String, Load>();
        loads.put("list of 20", Load.of("/v1/articles"));
        loads.put("one by slug", Load.of("/v1/articles/article-7"));
        loads.put("tags", Load.of("/v1/tags"));
        loads.put("304", Load.of("/v1/articles", "If-None-Match: " + tag));
        var samples = new ArrayList<Sample>();
        for (var load : loads.values()) {
            var number = Integer.toString(samples.size());
            samples.add(Sample.of(lede.get(load.target()), installation.directory(), number));
        }
        try (var bare = BareServer.start(samples)) {
            Report.line("| cached | a second | of bare | CPU us | of bare | p50 us | p95 | p99 |");
            Report.line("| --- | --- | --- | --- | --- | --- | --- | --- |");
            int number = 0;
            for (var load : loads.entrySet()) {
                var plain = new Load("/" + number++, 0, load.getValue().fields());
                compare(load.getKey(), load.getValue(), plain, bare.server());
            }
        }
    }

    private void compare(String name, Load load, Load plain, Server bare) throws Exception {
        var server = Installation.server(lede);
        var ours = new ArrayList<Load.Result>();
        var theirs = new ArrayList<Load.Result>();
        load.warmUp(server);
        plain.warmUp(bare);
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(load.flatOut(server));
            theirs.add(plain.flatOut(bare));
        }
        var real = Load.Result.median(ours);
        var least = Load.Result.median(theirs);
        var steady = load.at((long) (real.perSecond() / 2), server);
        Report.line(
                "| %s | %.0f | %.2f | %.1f | %.2f | %d | %d | %d |",
                name,
                real.perSecond(),
                real.perSecond() / least.perSecond(),
                real.cpu(),
                real.cpu() / least.cpu(),
                steady.p50(),
                steady.p95(),
                steady.p99());
    }
}
