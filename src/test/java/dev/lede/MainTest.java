package dev.lede;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered without starting anything. */
class MainTest {

    private static final int USAGE = 2;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void explainsItself(String option) {
        assertThat(execute(option)).isZero();
        assertThat(output.toString()).contains("Usage: lede", "serve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void namesItsReleaseAndItsPostgres(String option) {
        assertThat(execute(option)).isZero();
        assertThat(output.toString()).containsPattern("Lede \\d+\\.\\d+").containsPattern("PostgreSQL 18\\.\\d+");
    }

    @Test
    void explainsACommand() {
        assertThat(execute("serve", "--help")).isZero();
        assertThat(output.toString()).contains("Usage: lede serve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "--port=80"})
    void answersWhatItDoesNotKnowWithItsUsage(String argument) {
        assertThat(execute(argument)).isEqualTo(USAGE);
        assertThat(errors.toString()).contains(argument, "Usage: lede");
    }

    @Test
    void namesTheCommandThatWasMeant() {
        assertThat(execute("sreve")).isEqualTo(USAGE);
        assertThat(errors.toString()).contains("serve");
    }

    private int execute(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}
