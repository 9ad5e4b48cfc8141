package dev.lede.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.BindException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void namesThePortAndWhatToDo() {
        assertThat(sentence(new QuarkusBindException("0.0.0.0", 80, new BindException("Address already in use"))))
                .isEqualTo("Port 80 is in use by another program: stop that one, or choose another port with"
                        + " QUARKUS_HTTP_PORT.");
        assertThat(sentence(new QuarkusBindException("10.0.0.1", 80, new BindException("Permission denied"))))
                .startsWith("Lede cannot listen on 10.0.0.1, port 80 (Permission denied).");
    }

    @Test
    void givesTheDatabasesOwnFirstSentence() {
        assertThat(sentence(new FlywayException("Unable to obtain connection", new SQLException("FATAL: no\n  Hint"))))
                .startsWith("The database cannot be used: FATAL: no. Check QUARKUS_DATASOURCE_JDBC_URL");
        assertThat(sentence(new FlywayException("\nValidate failed: version 9\nmore")))
                .startsWith("The database's schema does not fit this release of Lede: Validate failed: version 9. ");
    }

    @Test
    void repeatsWhatOwnChecksSay() {
        assertThat(sentence(new IllegalStateException("Choose a longer key."))).isEqualTo("Choose a longer key.");
        assertThat(sentence(new ConfigurationException("It is empty."))).isEqualTo("It is empty.");
    }

    @Test
    void knowsNoSentenceForAFault() {
        assertThat(StartFailure.sentence(new IllegalArgumentException("unforeseen")))
                .isEmpty();
    }

    private static String sentence(Exception cause) {
        return StartFailure.sentence(new RuntimeException("Failed to start", cause))
                .orElseThrow();
    }
}
