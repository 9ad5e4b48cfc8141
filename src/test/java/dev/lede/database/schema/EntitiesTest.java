package dev.lede.database.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What Hibernate maps is what the migrations make. */
@QuarkusTest
class EntitiesTest {

    private final EntityManagerFactory factory;
    private final DataSource source;

    EntitiesTest(EntityManagerFactory factory, DataSource source) {
        this.factory = factory;
        this.source = source;
    }

    @Test
    void fitTheSchema() {
        assertThatCode(this::validate).doesNotThrowAnyException();
    }

    /** Else nothing would be known by the test before. */
    @Test
    void areToldOfWhenTheyDoNot() throws SQLException {
        execute("alter table access_key rename column secret_hash to another");
        try {
            assertThatThrownBy(this::validate).hasStackTraceContaining("secret_hash");
        } finally {
            execute("alter table access_key rename column another to secret_hash");
        }
    }

    private void validate() throws Exception {
        factory.getSchemaManager().validate();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
