package dev.lede.operation;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says at start which settings are weak: the fact, what it means, what to do about it. */
@ApplicationScoped
class ConfigChecks {

    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final DataSource database;
    private final String jdbcUrl;
    private final Path dataDir;

    ConfigChecks(
            DataSource database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
            OperationConfig config) {
        this.database = database;
        this.jdbcUrl = jdbcUrl;
        this.dataDir = config.dataDir();
    }

    void report(@Observes StartupEvent started) throws SQLException {
        var warnings = new ArrayList<String>();
        for (var setting : DURABILITY) {
            warnings.addAll(ofDurability(setting, current(setting)));
        }
        warnings.addAll(ofUrl(jdbcUrl));
        warnings.addAll(ofDataDir(dataDir, Path.of(System.getProperty("java.io.tmpdir"))));
        warnings.forEach(Log::warn);
    }

    static List<String> ofDurability(String setting, String value) {
        if (!value.equals("off")) {
            return List.of();
        }
        return List.of("The database runs with " + setting + "=off. This means: documents that were acknowledged can be"
                + " lost when its machine stops. Recommended action: set " + setting + "=on in its postgresql.conf.");
    }

    static List<String> ofUrl(String jdbcUrl) {
        if (!jdbcUrl.contains("password=")) {
            return List.of();
        }
        return List.of("The database's password is part of its URL. This means: whatever prints the URL prints the"
                + " password. Recommended action: set QUARKUS_DATASOURCE_PASSWORD instead.");
    }

    static List<String> ofDataDir(Path dataDir, Path temporary) {
        if (!dataDir.toAbsolutePath()
                .normalize()
                .startsWith(temporary.toAbsolutePath().normalize())) {
            return List.of();
        }
        return List.of("The data folder " + dataDir + " lies in the temporary folder. This means: the system may delete"
                + " it, and every document with it. Recommended action: set LEDE_DATA_DIR to a folder that is kept.");
    }

    private String current(String setting) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select current_setting(?)")) {
            query.setString(1, setting);
            try (var result = query.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
