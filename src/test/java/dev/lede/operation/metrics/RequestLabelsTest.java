package dev.lede.operation.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLabelsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    RequestLabelsTest() {
        registry.config().meterFilter(new RequestLabels(Set.of("/v1/tags", "/v1/documents/{path}")));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/tags, GET, /v1/tags",
        "PUT, /v1/documents/{path: .+}, PUT, /v1/documents/{path}",
        "GET, NOT_FOUND, GET, NOT_FOUND",
        "OPTIONS, /made/up, OPTIONS, OTHER",
        "GET, /v1/documents/%ff, GET, OTHER",
        "BREW, /v1/tags, OTHER, /v1/tags",
    })
    void knowsRequestsByRouteAndMethodAlone(String method, String uri, String shownMethod, String shownUri) {
        var timer = registry.timer("http.server.requests", "method", method, "uri", uri, "status", "200");
        assertThat(timer.getId().getTag("method")).isEqualTo(shownMethod);
        assertThat(timer.getId().getTag("uri")).isEqualTo(shownUri);
        assertThat(timer.getId().getTag("status")).isEqualTo("200");
    }

    @Test
    void leavesOtherMetersAlone() {
        var counter = registry.counter("files", "uri", "/made/up");
        assertThat(counter.getId().getTag("uri")).isEqualTo("/made/up");
    }

    @Test
    void findsTheRoutesOfAResource() {
        assertThat(Routes.ofResource(Resource.class)).containsExactlyInAnyOrder("/v1/things", "/v1/things/{path}");
        assertThat(Routes.ofResource(String.class)).isEmpty();
    }

    @Path("v1/things/")
    interface Resource {

        @GET
        String list();

        @GET
        @Path("/{path: .+}")
        String one();
    }
}
