package dev.lede.operation.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per version into the home.
 *
 * @param version of the packaged binaries, such as {@code 18.6.0}
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(String version, Path folder) {

    private static final String UNFINISHED = "unfinished-";

    /** Unpacks what is not there yet. It appears whole or not at all; what a killed unpacking left is removed. */
    static Binaries in(Home home) {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        return in(home, system, System.getProperty("os.arch"));
    }

    static Binaries in(Home home, String system, String machine) {
        var version = packagedVersion();
        var folder = home.binaries().resolve((version + "-" + system + "-" + machine).toLowerCase(Locale.ROOT));
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(home.binaries());
                var unfinished = Files.createTempDirectory(home.binaries(), UNFINISHED);
                unpack(archive(system, machine), unfinished);
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "Lede cannot unpack PostgreSQL into " + home.binaries() + " (" + Home.reason(e)
                            + "); it needs about 60 MB there.",
                    e);
        }
        return new Binaries(version, folder);
    }

    /** Removes every other version and every half-unpacked one. No server may run from them any more. */
    void removeOthers() {
        try (var siblings = Files.list(folder.resolveSibling("."))) {
            for (var sibling : siblings.map(Path::normalize).toList()) {
                if (!sibling.equals(folder)) {
                    Home.delete(sibling);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** Data belongs to a major version: {@code 18} reads what {@code 18.3} wrote, and nothing of {@code 17}. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    private static String packagedVersion() {
        var properties = new Properties();
        try (var file = Binaries.class.getResourceAsStream("/dev/lede/release.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("postgresql");
    }

    private static InputStream archive(String system, String machine) throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException e) {
            throw new StartRefused(
                    "Lede brings no PostgreSQL for this system (" + system + ", " + machine
                            + "). Name a database with QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and"
                            + " QUARKUS_DATASOURCE_PASSWORD.",
                    e);
        }
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry outside of its archive: " + entry.getName());
                }
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
