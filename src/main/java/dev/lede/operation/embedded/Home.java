package dev.lede.operation.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;

/**
 * The folder of one embedded PostgreSQL and what lies where in it. Nobody but its owner may enter it.
 *
 * @param root absolute, and free of symbolic links
 */
record Home(Path root) {

    static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

    /** Makes the folder if it is not there yet, and closes it to others. */
    static Home under(Path dataDir) {
        var wanted = dataDir.toAbsolutePath().normalize().resolve("postgres");
        try {
            Files.createDirectories(wanted, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
            Files.setPosixFilePermissions(wanted, OWNER_ONLY_FOLDER);
            // Asked for by trying: permission bits do not tell of a read-only disk.
            Files.delete(Files.createTempFile(wanted, "writable", null));
            return new Home(wanted.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            throw new StartRefused(
                    "Lede cannot write its data folder "
                            + dataDir.toAbsolutePath().normalize() + " (" + reason(e)
                            + "). Make it writable for the account \"" + System.getProperty("user.name")
                            + "\", or name another folder with LEDE_DATA_DIR.",
                    e);
        }
    }

    Path cluster() {
        return root.resolve("data");
    }

    Path binaries() {
        return root.resolve("bin");
    }

    Path lockFile() {
        return root.resolve("lock");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    /** Removes a folder with all that is in it; links are removed, not followed. */
    static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Why the file system refused, without the path, which most exceptions give as their whole message. */
    static String reason(Exception e) {
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in its place";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
