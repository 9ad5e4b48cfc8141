package dev.lede.operation.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** The data folder of the server: made once, whole or not at all, by {@code initdb}. */
record Cluster(Home home, Binaries binaries) {

    /** The account that owns the cluster; the application has one of its own that is no superuser. */
    static final String OWNER = "postgres";

    private static final String UNFINISHED = "unfinished-";
    private static final Logger LOG = Logger.getLogger(Cluster.class);
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(5);

    /** Makes the cluster if there is none, and refuses one that these binaries cannot read. */
    void prepare(Commands commands) {
        removeUnfinished();
        try {
            if (Files.exists(home.cluster())) {
                checkVersion();
            } else {
                writePassword();
                // A new name each time: where Lede was killed, its initdb may still be at work in the folder before.
                var unfinished = Files.createTempDirectory(home.root(), UNFINISHED);
                initialise(commands, unfinished);
                Files.move(unfinished, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
                sync(home.root());
            }
        } catch (IOException e) {
            throw new StartRefused("Lede cannot prepare " + home.cluster() + " (" + Home.reason(e) + ").", e);
        }
    }

    private void removeUnfinished() {
        try (var folders = Files.newDirectoryStream(home.root(), UNFINISHED + "*")) {
            for (var folder : folders) {
                Home.delete(folder);
            }
        } catch (IOException | UncheckedIOException stillGrowing) {
            LOG.debug("What is left of an unfinished start is removed at the next one", stillGrowing);
        }
    }

    /** The password of both accounts, made at the first start; it is in this file and, hashed, in the cluster alone. */
    String password() {
        try {
            return Files.readString(home.passwordFile(), StandardCharsets.US_ASCII)
                    .strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "Lede cannot read the database's password (" + home.passwordFile() + ": " + Home.reason(e)
                            + "). Restore that file: it belongs to the data beside it.",
                    e);
        }
    }

    private void checkVersion() throws IOException {
        var file = home.cluster().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new StartRefused(home.cluster() + " holds no PostgreSQL data (PG_VERSION is missing)."
                    + " Restore it, or move it away to begin anew.");
        }
        var found = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!found.equals(binaries.majorVersion())) {
            throw new StartRefused("The data in " + home.cluster() + " is of PostgreSQL " + found
                    + ", and this release of Lede brings PostgreSQL " + binaries.majorVersion()
                    + ". Export it with the release of Lede that wrote it (lede export), start this release on an empty"
                    + " data folder, and import it there (lede import).");
        }
    }

    private void writePassword() throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.deleteIfExists(home.passwordFile());
        var readableByOwner = PosixFilePermissions.asFileAttribute(Home.OWNER_ONLY_FILE);
        try (var file = FileChannel.open(
                home.passwordFile(),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                readableByOwner)) {
            file.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(bytes) + "\n"));
            file.force(true);
        }
    }

    private void initialise(Commands commands, Path folder) throws IOException {
        var outcome = commands.run(
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + folder,
                        "--username=" + OWNER,
                        "--pwfile=" + home.passwordFile(),
                        "--auth=scram-sha-256",
                        "--data-checksums",
                        "--encoding=UTF8",
                        // Built in, so that the order of text is the same on every machine and survives its updates.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"),
                INITDB_LIMIT);
        if (!outcome.succeeded()) {
            throw new StartRefused("PostgreSQL could not make its data folder " + folder + " (" + outcome + ").");
        }
    }

    /** A rename is on the disk only when its folder is. */
    private static void sync(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
