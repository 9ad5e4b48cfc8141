package dev.lede.benchmark.server;

import dev.lede.benchmark.load.Children;
import dev.lede.benchmark.load.Folders;
import dev.lede.benchmark.rival.Hugo;
import dev.lede.operation.embedded.Homes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All documents in one archive, beside Hugo, which builds a site of them. Each time they are new: to a Lede that has just
 * been started on an empty database, and has stored 2,000 others to become warm.
 */
final class Imports {

    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 5;

    private final Path directory;
    private final int articles;

    /** @param directory for files of its own */
    Imports(Path directory, int articles) {
        this.directory = directory;
        this.articles = articles;
    }

    void compare() throws Exception {
        Files.createDirectories(directory);
        var others = Upload.of(directory, articles, articles + WARM_UP);
        var upload = Upload.of(directory, 0, articles);
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        if (!Hugo.isThere()) {
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(seconds(others, upload));
            }
            tell(ours);
            Report.line("* There is no Hugo here, so nothing is compared with it.");
            return;
        }
        var hugo = Hugo.with(directory.resolve("site"), articles);
        for (int round = 0; round < ROUNDS; round++) {
            settle();
            theirs.add(hugo.seconds());
            settle();
            ours.add(seconds(others, upload));
        }
        tell(ours);
        Report.line(
                "* Hugo builds a site of them in %.2f s (%s); the import takes %.2f of that",
                Report.median(theirs), all(theirs), Report.median(ours) / Report.median(theirs));
        Report.line("* Hugo with related content, once: %.2f s", hugo.secondsWithRelated());
    }

    private void tell(List<Double> seconds) {
        var median = Report.median(seconds);
        Report.line(
                "* import of %d new documents: %.2f s (%s), %.0f a second",
                articles, median, all(seconds), articles / median);
    }

    private static String all(List<Double> seconds) {
        return seconds.stream()
                .map(one -> String.format(Locale.ROOT, "%.2f", one))
                .collect(Collectors.joining(" "));
    }

    /** Until everything that was written and deleted before is on the disk: nobody is to pay for the one before. */
    private static void settle() throws Exception {
        Children.output(Map.of(), "sync");
    }

    private double seconds(Upload others, Upload upload) throws Exception {
        var fresh = new Installation(Files.createDirectory(directory.resolve("fresh")));
        Homes.withBinaries(fresh.directory().resolve("data"));
        try (var lede = fresh.start(Map.of())) {
            others.seconds(lede);
            return upload.seconds(lede);
        } finally {
            Folders.delete(fresh.directory());
        }
    }
}
