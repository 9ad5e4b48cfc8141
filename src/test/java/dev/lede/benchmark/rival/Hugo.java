package dev.lede.benchmark.rival;

import dev.lede.benchmark.load.Children;
import dev.lede.benchmark.load.Folders;
import dev.lede.benchmark.load.GeneratedDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Hugo, which builds a whole site of the same documents: what Lede answers with, as files. */
public record Hugo(Path site) {

    private static final Path TEMPLATES = Path.of("src", "test", "resources", "benchmark", "hugo");

    /** Whether it is installed. */
    public static boolean isThere() {
        return Children.installed("hugo").isPresent();
    }

    /** A site of the documents of the first numbers. */
    public static Hugo with(Path site, int articles) throws IOException {
        Folders.copy(TEMPLATES, site);
        for (int number = 0; number < articles; number++) {
            var file = site.resolve(GeneratedDocuments.path(number));
            Files.createDirectories(file.getParent());
            Files.write(file, GeneratedDocuments.document(number));
        }
        return new Hugo(site);
    }

    /** How many seconds it takes to build from nothing, without related content. */
    public double seconds() throws Exception {
        return seconds(Map.of());
    }

    /** The same with related content. */
    public double secondsWithRelated() throws Exception {
        return seconds(Map.of("HUGO_PARAMS_RELATED", "true"));
    }

    private double seconds(Map<String, String> environment) throws Exception {
        Folders.delete(site.resolve("public"));
        var began = System.nanoTime();
        Children.output(environment, "hugo", "--quiet", "--source", site.toString());
        return (System.nanoTime() - began) / 1e9;
    }
}
