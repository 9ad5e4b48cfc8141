package dev.lede.benchmark.server;

import dev.lede.benchmark.load.Server;
import dev.lede.benchmark.rival.Floor;
import dev.lede.operation.Packaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The packaged application on a data folder of its own, started by its launcher.
 *
 * @param directory of the installation, for files of the benchmark too
 */
record Installation(Path directory) {

    private static final Pattern DATABASE_PORT = Pattern.compile("PostgreSQL \\S+ is ready: port=(\\d+)");

    /** Starts it on the database that it brings, and waits until it listens. */
    Packaged start(Map<String, String> more) throws Exception {
        var settings = new HashMap<>(more);
        settings.putAll(
                Map.of("LEDE_DATA_DIR", "data", "LEDE_ADMIN_KEY", Packaged.KEY, "LEDE_LIMITS_ENTRIES", "2000000"));
        return Packaged.start(directory, Packaged.LAUNCHER, settings).serving();
    }

    static Server server(Packaged lede) {
        return Server.of(lede.process(), lede.port());
    }

    /** pgbench on the database of the running application. */
    Floor floor(Packaged lede) throws IOException {
        var port = DATABASE_PORT.matcher(lede.output());
        if (!port.find()) {
            throw new IllegalStateException(lede.output());
        }
        var password =
                Files.readString(directory.resolve("data").resolve("postgres").resolve("password"));
        return new Floor(directory, Integer.parseInt(port.group(1)), password.strip());
    }
}
