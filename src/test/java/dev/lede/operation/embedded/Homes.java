package dev.lede.operation.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Data folders for tests. */
public final class Homes {

    private Homes() {}

    /** A data folder whose programs are already unpacked, since unpacking takes longer than all the rest. */
    public static Path withBinaries(Path dataDir) throws IOException {
        var unpacked = Binaries.in(Home.under(Path.of("target", "test-data"))).folder();
        var copy = dataDir.resolve("postgres").resolve("bin").resolve(unpacked.getFileName());
        Files.createDirectories(copy.getParent());
        try (var files = Files.walk(unpacked)) {
            for (var file : files.toList()) {
                link(file, copy.resolve(unpacked.relativize(file).toString()));
            }
        }
        return dataDir;
    }

    private static void link(Path file, Path copy) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.createLink(copy, file);
                return;
            } catch (FileSystemException otherDisk) {
                // Copied below.
            }
        }
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    public static EmbeddedPostgres started(Path dataDir) {
        var postgres = EmbeddedPostgres.in(dataDir, ServerSettings.durable());
        postgres.start(() -> {});
        return postgres;
    }

    public static Path pidFile(Path dataDir) {
        return dataDir.resolve("postgres").resolve("data").resolve("postmaster.pid");
    }

    public static ProcessHandle server(Path dataDir) throws IOException {
        try (var lines = Files.lines(pidFile(dataDir), StandardCharsets.UTF_8)) {
            return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow()))
                    .orElseThrow();
        }
    }

    public static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return connect(postgres, EmbeddedPostgres.DATABASE, postgres.password());
    }

    static Connection connect(EmbeddedPostgres postgres, String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), user, password);
    }

    static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
