package dev.lede.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014", "40001", "40P01", "53300", "57P01", "57P03", "08006", "08001"})
    void isBusyWhileTheDatabaseIs(String state) {
        var refusal = Refusals.in(new IllegalStateException(new SQLException("x", state)));
        assertThat(refusal.map(ProblemException::type)).contains(ProblemType.BUSY);
        assertThat(refusal.orElseThrow().headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void isBusyWhenThePoolHasNoConnection() {
        assertThat(Refusals.in(new SQLException("Sorry, acquisition timeout!")).map(ProblemException::type))
                .contains(ProblemType.BUSY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "23505", "22021", "XX000"})
    void takesOtherFailuresOfTheDatabaseForFaults(String state) {
        assertThat(Refusals.in(new SQLException("x", state))).isEmpty();
    }

    @Test
    void findsTheRefusalInTheCause() {
        var refusal = new ProblemException(ProblemType.GONE, "It is gone.");
        assertThat(Refusals.in(new RuntimeException(new IllegalStateException(refusal))))
                .contains(refusal);
    }

    @Test
    void endsInARingOfCauses() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);
        assertThat(Refusals.in(one)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, MALFORMED_REQUEST",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, NOT_ACCEPTABLE",
        "413, PAYLOAD_TOO_LARGE",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "418, MALFORMED_REQUEST",
        "501, INTERNAL",
        "503, BUSY"
    })
    void namesTheStatusesThatTheFrameworkChooses(int status, ProblemType type) {
        assertThat(Refusals.in(new WebApplicationException(status)).map(ProblemException::type))
                .contains(type);
    }

    @Test
    void takesAFailureOfTheTransportForTheClientsOnlyBelow500() {
        assertThat(Refusals.in(new HttpException(414)).map(ProblemException::type))
                .contains(ProblemType.URI_TOO_LONG);
        assertThat(Refusals.in(new HttpException(500))).isEmpty();
    }

    @Test
    void everyTypeHasANumberOfItsOwnAndAStatusOfRefusal() {
        var numbers = new HashSet<Integer>();
        assertThat(Arrays.stream(ProblemType.values())).allSatisfy(type -> {
            assertThat(numbers.add(type.number())).as(type.name()).isTrue();
            assertThat(type.status()).isBetween(400, 599);
            assertThat(type.urn()).matches("urn:lede:problem:[a-z]+(-[a-z]+)*");
        });
    }
}
