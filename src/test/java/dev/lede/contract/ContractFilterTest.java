package dev.lede.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong answers, from a server that gives whatever it is told to, are caught; right ones pass. */
class ContractFilterTest {

    private static final String CARD =
            "{'id':'76a4347d-457e-5d80-8b59-ed12bfb34fcf','slug':'a','url':'/a/','lang':'en',"
                    + "'title':'A','summary':'A','tags':[],'categories':[],'readingTime':1}";
    private static final String LIST = "{'items':[" + CARD + "],'page':{'limit':20,'total':1}}";
    private static final String PROBLEM =
            "{'type':'urn:lede:problem:not-found','title':'Not found','status':404,'detail':'No.'}";
    private static final Map<String, String> READ = Map.of(
            "ETag", "\"a\"", "Cache-Control", "public, max-age=0", "Vary", "Accept-Encoding", "Lede-Revision", "1");
    private static final Map<String, String> REFUSAL =
            Map.of("Cache-Control", "no-store", "X-Request-Id", "a", "Lede-Revision", "1");

    private HttpServer server = start();

    private record Given(int status, String type, Map<String, String> headers, String body) {}

    private Given given = new Given(200, "application/json", READ, LIST);

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            var body = given.body().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            given.headers().forEach(exchange.getResponseHeaders()::set);
            if (!given.type().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", given.type());
            }
            var none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(given.status(), none ? -1 : body.length);
            if (!none) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private Response ask(String method, String address, Given answer) {
        given = answer;
        return given().baseUri("http://localhost")
                .port(server.getAddress().getPort())
                .filter(new ContractFilter())
                .request(method, address);
    }

    private Given json(String body) {
        return new Given(200, "application/json", READ, body);
    }

    private Given problem(int status, String body) {
        return new Given(status, "application/problem+json", REFUSAL, body);
    }

    @Test
    void passesWhatTheContractSays() {
        assertThat(ask("GET", "/v1/articles?limit=1", json(LIST)).statusCode()).isEqualTo(200);
        assertThatCode(() -> ask("HEAD", "/v1/articles", json(LIST))).doesNotThrowAnyException();
        assertThatCode(() -> ask("GET", "/v1/articles", new Given(304, "", READ, "")))
                .doesNotThrowAnyException();
        assertThatCode(() -> ask("GET", "/v1/articles/a", problem(404, PROBLEM)))
                .doesNotThrowAnyException();
        assertThatCode(() -> ask("GET", "/v1/nothing/of/that/kind", problem(404, PROBLEM)))
                .doesNotThrowAnyException();
        assertThatCode(() -> ask("GET", "/v1//articles/", json(LIST))).doesNotThrowAnyException();
        assertThatCode(() -> ask("GET", "/q/health", json("whatever"))).doesNotThrowAnyException();
        assertThatCode(() -> ask(
                        "GET", "/v1/documents/a/b/c.md", new Given(200, "text/markdown;charset=UTF-8", READ, "# A")))
                .doesNotThrowAnyException();
    }

    @Test
    void takesAPartOnlyWhereOneWasAskedFor() {
        var part = "{'items':[{'title':'A','thumbnail':{'src':'/a.png'}}],'page':{'limit':20}}";
        assertThatCode(() -> ask("GET", "/v1/articles?fields=title,thumbnail.src", json(part)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ask("GET", "/v1/articles", json(part))).hasMessageContaining("required");
        assertThatThrownBy(() -> ask("GET", "/v1/articles?fields=title", json(part.replace("'A'", "3"))))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'title':'A'|'title':7",
                "'title':'A'|'title':null",
                "'title':'A',|",
                "'tags':[]|'tags':[{'slug':'a'}]",
                "'tags':[]|'tags':[],'subtitle':'B'",
                "'readingTime':1|'readingTime':'1'",
                "'lang':'en',|'lang':'en','date':'yesterday',",
                "'page':{'limit':20,'total':1}|'page':{}",
                "'page':{'limit':20,'total':1}|'pages':1",
            })
    void catchesWrongBodies(String right, String wrong) {
        var body = LIST.replace(right, wrong == null ? "" : wrong);
        assertThat(body).isNotEqualTo(LIST);
        assertThatThrownBy(() -> ask("GET", "/v1/articles", json(body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/articles was answered with 200");
    }

    @Test
    void catchesAMissingBody() {
        assertThatThrownBy(() -> ask("GET", "/v1/articles", new Given(200, "", READ, "")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void catchesUndeclaredStatuses() {
        assertThatThrownBy(() -> ask("GET", "/v1/articles", problem(404, PROBLEM)))
                .hasMessageContaining("The status is none of");
        assertThatThrownBy(() -> ask("GET", "/v1/articles", new Given(202, "application/json", READ, LIST)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ask("PATCH", "/v1/articles", problem(404, PROBLEM)))
                .hasMessageContaining("405");
        assertThatThrownBy(() -> ask("GET", "/v1/nothing", json("{}"))).hasMessageContaining("no such path");
    }

    @Test
    void catchesWrongMediaTypes() {
        assertThatThrownBy(() -> ask("GET", "/v1/articles", new Given(200, "text/html", READ, LIST)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ask("GET", "/v1/articles/a", new Given(404, "application/json", REFUSAL, PROBLEM)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void catchesWrongProblems() {
        assertThatThrownBy(() -> ask("GET", "/v1/articles/a", problem(404, PROBLEM.replace("not-found", "lost"))))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ask("GET", "/v1/nothing", problem(404, PROBLEM.replace("'No.'", "4"))))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ask("GET", "/v1/articles/a", problem(404, PROBLEM.replace("{", "{'trace':'x',"))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void catchesHeadersThatAreMissingOrNotDeclared() {
        assertThatThrownBy(() -> ask("GET", "/v1/articles", new Given(200, "application/json", REFUSAL, LIST)))
                .hasMessageContaining("ETag");
        assertThatThrownBy(() -> ask("GET", "/v1/documents", problem(401, PROBLEM)))
                .hasMessageContaining("WWW-Authenticate");
        assertThatThrownBy(() -> ask(
                        "GET",
                        "/v1/articles/a",
                        new Given(
                                404,
                                "application/problem+json",
                                Map.of("Cache-Control", "no-store", "X-Request-Id", "a", "Location", "/"),
                                PROBLEM)))
                .hasMessageContaining("Location is not declared")
                .hasMessageContaining("Lede-Revision is missing");
    }
}
