package dev.lede.ingest.renewal;

import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.ingest.renewal.Renewal.Cursor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RenewalTest {

    @Inject
    Renewal renewal;

    @Inject
    Database database;

    @Test
    void derivesAgainWhatSomethingElseHasDerived() {
        String id = put("renewed/a.md", "---\ntitle: As it is\n---\nText.\n").path("article.id");
        tamper(
                "update article set render_version = render_version - 1, details = replace(details, 'As it is', 'As it was'),"
                        + " card = replace(card, 'As it is', 'As it was') where id = '" + id + "'");
        given().get("/v1/articles/" + id).then().body("title", equalTo("As it was"));

        assertThat(renewed()).isEqualTo(1);
        given().get("/v1/articles/" + id).then().body("title", equalTo("As it is"));
        assertThat(renewed()).isZero();
    }

    @Test
    void waitsForNobodyWhoHoldsADocument() {
        String id = put("renewed/c.md", "---\ntitle: Held\n---\nText.\n").path("article.id");
        tamper("update article set render_version = render_version - 1 where id = '" + id + "'");

        database.write(Duration.ofSeconds(5), Database.Ending.ROLL_BACK, holder -> {
            holder.list(Sql.of("select id from document where id = '" + id + "' for update"), row -> true);
            assertThat(renewed()).isZero();
            return true;
        });
        assertThat(renewed()).isEqualTo(1);
    }

    @Test
    void leavesWhatGivesNoArticleAnyMoreAsItIs() {
        String id = put("renewed/b.md", "---\ntitle: Kept\n---\nText.\n").path("article.id");
        tamper("update article set render_version = render_version - 1 where id = '" + id + "'");
        tamper("update document set bytes = convert_to('---\ntitle: [\n---\n', 'UTF8') where id = '" + id + "'");

        assertThat(renewed()).isEqualTo(1);
        assertThat(renewed()).isZero();
        given().get("/v1/articles/" + id).then().body("title", equalTo("Kept"));
    }

    private int renewed() {
        return renewal.renew(Renewal.OLDER, Cursor.START).renewed()
                + renewal.renew(Renewal.NEWER, Cursor.START).renewed();
    }

    private void tamper(String statement) {
        database.write(Duration.ofSeconds(5), Database.Ending.COMMIT, session -> session.update(Sql.of(statement)));
    }
}
