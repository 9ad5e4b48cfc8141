package dev.lede.benchmark.rival;

import dev.lede.benchmark.load.Children;
import dev.lede.benchmark.load.GeneratedDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Hugo, which builds a whole site of the same documents. */
public record Hugo(Path site) {

    /** Whether it is installed. */
    public static boolean isThere() {
        return Children.installed("hugo").isPresent();
    }

    /** A site of the documents of the first numbers. */
    public static Hugo with(Path site, int articles) throws IOException {
        Files.createDirectories(site);
        Files.writeString(site.resolve("config.toml"), "baseURL = 'https://site.example/'\nhasCJKLanguage = true\n");
        var layouts = Files.createDirectories(site.resolve("layouts").resolve("_default"));
        Files.writeString(layouts.resolve("single.html"), "{{ .Title }} {{ .Content }}");
        Files.writeString(layouts.resolve("list.html"), "{{ range .Pages }}{{ .Title }} {{ .Summary }}{{ end }}");
        for (int number = 0; number < articles; number++) {
            var file = site.resolve(GeneratedDocuments.path(number));
            Files.createDirectories(file.getParent());
            Files.write(file, GeneratedDocuments.document(number));
        }
        return new Hugo(site);
    }

    /** How many seconds it takes to build. */
    public double seconds() throws Exception {
        var began = System.nanoTime();
        Children.output(Map.of(), "hugo", "--quiet", "--source", site.toString());
        return (System.nanoTime() - began) / 1e9;
    }
}
