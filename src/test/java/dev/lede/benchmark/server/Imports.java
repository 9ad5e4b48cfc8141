package dev.lede.benchmark.server;

import dev.lede.benchmark.rival.Hugo;
import dev.lede.operation.Packaged;
import java.util.ArrayList;

/** All documents in one archive, beside Hugo, which builds a site of them. */
final class Imports {

    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 3;

    private final Installation installation;
    private final int articles;

    Imports(Installation installation, int articles) {
        this.installation = installation;
        this.articles = articles;
    }

    void compare(Packaged lede) throws Exception {
        var directory = installation.directory();
        Upload.of(directory, articles, articles + WARM_UP).seconds(lede);
        var upload = Upload.of(directory, 0, articles);
        var first = upload.seconds(lede);
        Report.line("import of %d documents: %.2f s, %.0f a second", articles, first, articles / first);
        if (Hugo.isThere()) {
            var hugo = Hugo.with(directory.resolve("site"), articles);
            var seconds = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                seconds.add(hugo.seconds());
            }
            Report.line("Hugo builds the same tree in %.2f s (median of %d)", Report.median(seconds), ROUNDS);
        }
        Report.line("the same again, all unchanged: %.2f s", upload.seconds(lede));
    }
}
