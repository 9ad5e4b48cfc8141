package dev.lede.http.pacing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Sql;
import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class QuickReadsTest {

    @Inject
    Database database;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void readsThatWaitForTheDatabaseHoldUpNoOthers() {
        int more = Runtime.getRuntime().availableProcessors() + 3;
        assertThat(Lede.putAll(more, i -> "content/pace/held-" + i + ".md", i -> "---\ntitle: Held " + i + "\n---\n")
                        .statusCode())
                .isEqualTo(200);
        var held = database.write(Duration.ofSeconds(5), Ending.ROLL_BACK, session -> {
            session.update(Sql.of("lock table article_link in access exclusive mode"));
            var answers = IntStream.range(0, more).mapToObj(this::ask).toList();
            Eventually.get(
                    () -> session.one(
                            Sql.of(
                                    "select count(*) from pg_locks where relation = 'article_link'::regclass and not granted"),
                            row -> row.getInt(1)),
                    waiting -> waiting == more);
            assertThat(given().get("/v1/tags?limit=17").statusCode()).isEqualTo(200);
            assertThat(answers).noneMatch(CompletableFuture::isDone);
            return answers;
        });
        assertThat(statuses(held)).containsOnly(200);
    }

    private CompletableFuture<HttpResponse<String>> ask(int number) {
        return client.sendAsync(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/articles/held-" + number))
                        .build(),
                BodyHandlers.ofString());
    }

    private static List<Integer> statuses(List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1:5432/lede, true",
        "jdbc:postgresql://localhost/lede?ssl=true, true",
        "jdbc:postgresql://[::1]:5432/lede, true",
        "jdbc:postgresql:///lede, true",
        "jdbc:postgresql:lede, true",
        "jdbc:postgresql://db.example/lede, false",
        "jdbc:postgresql://localhost.example/lede, false",
        "'jdbc:postgresql://localhost:5432,db.example:5432/lede', false",
        "jdbc:postgresql://10.0.0.7/lede, false",
    })
    void knowsWhetherTheDatabaseIsOnThisMachine(String url, boolean isHere) {
        assertThat(QuickReads.isHere(url)).isEqualTo(isHere);
    }
}
