package dev.lede.database;

import java.sql.SQLException;
import java.util.Objects;

/** A statement failed; {@link #getCause()} is what the driver said. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether running the same transaction again may succeed: a deadlock or a serialisation failure. */
    boolean isTransient() {
        // PostgreSQL, Appendix A: 40001 serialization_failure, 40P01 deadlock_detected
        return Objects.requireNonNull(getCause()) instanceof SQLException fault
                && ("40001".equals(fault.getSQLState()) || "40P01".equals(fault.getSQLState()));
    }
}
