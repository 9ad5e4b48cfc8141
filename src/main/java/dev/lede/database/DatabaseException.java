package dev.lede.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/** A statement failed; {@link #getCause()} is what the driver said. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // PostgreSQL, Appendix A: the classes of errors that are none of the statement, nor of its values.
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    /** @param cause what the driver has thrown, whose message is kept */
    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /**
     * Whether the same may succeed another time as it stands: the connection was lost, a lock was not to be had, memory,
     * disk or connections are short, or the database stops.
     */
    public boolean isPassing() {
        var state = Objects.requireNonNull(getCause()) instanceof SQLException fault ? fault.getSQLState() : null;
        return state == null || PASSING.contains(state.substring(0, Math.min(2, state.length())));
    }

    /** Whether running the same transaction again may succeed: a deadlock or a serialisation failure. */
    boolean isTransient() {
        // PostgreSQL, Appendix A: 40001 serialization_failure, 40P01 deadlock_detected
        return Objects.requireNonNull(getCause()) instanceof SQLException fault
                && ("40001".equals(fault.getSQLState()) || "40P01".equals(fault.getSQLState()));
    }
}
