package dev.lede.operation;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseTest {

    @Inject
    DataSource source;

    @Test
    void isAPostgres18() throws SQLException {
        try (var connection = source.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    @Test
    void isPartOfReadiness() {
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name.contains('Database') }.status", is("UP"));
    }
}
