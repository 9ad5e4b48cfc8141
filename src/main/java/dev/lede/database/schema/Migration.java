package dev.lede.database.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One step of the schema, by what Flyway notes of it in its history.
 *
 * @param version such as {@code 12}
 * @param description such as {@code search texts}
 * @param checksum of the file's lines, without what ends them
 */
record Migration(String version, String description, int checksum) {

    private static final Pattern NAME = Pattern.compile("V(\\d+)__(\\w+)\\.sql");

    /** All that this release has, as the build lists them. */
    static List<Migration> ofThisRelease() {
        return lines("/db/migrations.txt").stream().map(Migration::of).toList();
    }

    /** All of it as one text: comparing records makes Java link methods of theirs, which takes milliseconds of a start. */
    String noted() {
        return String.join("/", version, description, Integer.toString(checksum));
    }

    private static Migration of(String file) {
        var name = NAME.matcher(file);
        if (!name.matches()) {
            throw new IllegalStateException("This is no name of a migration: " + file);
        }
        var checksum = new CRC32();
        lines("/db/migration/" + file).forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        return new Migration(name.group(1), name.group(2).replace('_', ' '), (int) checksum.getValue());
    }

    private static List<String> lines(String resource) {
        try (var file = Migration.class.getResourceAsStream(resource);
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
