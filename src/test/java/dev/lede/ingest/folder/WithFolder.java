package dev.lede.ingest.folder;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** Lede serves a folder, in which something lies already when it starts. */
public final class WithFolder implements QuarkusTestProfile {

    static final Path FOLDER = Path.of("target/served-folder").toAbsolutePath();

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            empty();
            write("served/chip/index.md", "---\ntitle: Chip served\nthumbnail: p.png\n---\nText.\n");
            write("served/chip/p.png", "picture");
            write("served/bad.md", "---\ntitle: Bad\ndate: never\n---\n");
            write("served/.git/config", "no content");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return Map.of("lede.content-dir", FOLDER.toString());
    }

    private static void empty() throws IOException {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static void write(String path, String text) throws IOException {
        var file = FOLDER.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
