package dev.lede.operation.embedded;

import java.nio.file.Path;
import java.sql.SQLException;

/** A process of its own that starts the server of a folder and writes row after row, until it is killed. */
final class WritingChild {

    private WritingChild() {}

    public static void main(String[] arguments) throws SQLException {
        var postgres = Homes.started(Path.of(arguments[0]));
        try (var connection = Homes.connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists written (n integer)");
            for (int n = 1; ; n++) {
                statement.execute("insert into written values (" + n + ")");
                System.out.println(n);
            }
        }
    }
}
