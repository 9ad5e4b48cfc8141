package dev.lede.tree;

import dev.lede.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The hash by which files are told apart: SHA-256 in lower-case hex, as the API lists it. */
public final class FileHash {

    private FileHash() {}

    /** Of a file, read in pieces. */
    public static String of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Sha256.hex(Sha256.of(in));
        }
    }
}
