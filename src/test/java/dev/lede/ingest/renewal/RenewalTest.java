package dev.lede.ingest.renewal;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lede.database.Database;
import dev.lede.database.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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
    void ofAPictureAloneRenewsTheRestToo() throws IOException {
        String id = put(
                        "renewed/pictured.md",
                        "---\ntitle: Pictured\nthumbnail: cover-of-it.png\n---\nUnheard viridian sentences.\n")
                .path("article.id");
        tamper("update article set render_version = render_version - 1 where id = '" + id + "'");
        tamper("update search_entry set tokens = '{}', digest = digest + 1 where article_id = '" + id + "'");
        assertThat(found("\"unheard viridian\"")).isZero();

        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", picture);
        admin().contentType("image/png").body(picture.toByteArray()).put("/v1/assets/renewed/cover-of-it.png");

        // Whoever derives it writes down that this code has done so, and nobody comes back to it.
        assertThat(renewed()).isZero();
        assertThat(found("\"unheard viridian\"")).isEqualTo(1);
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

    @Test
    void oneThatCannotBeStoredHoldsUpNoOther() {
        var ids = Stream.of("one", "bad", "three")
                .map(name -> put("renewed/" + name + ".md", "---\ntitle: As it is\n---\nText.\n")
                        .<String>path("article.id"))
                .toList();
        tamper("update article set render_version = render_version - 1, details = replace(details, 'As it is', 'Old')"
                + " where id in ('" + String.join("','", ids) + "')");
        tamper("create function refuse() returns trigger language plpgsql as 'begin raise exception ''refused''; end'");
        tamper("create trigger refuse before update of details on article for each row when (new.id = '" + ids.get(1)
                + "') execute function refuse()");
        try {
            assertThat(renewed()).isEqualTo(3);
            assertThat(renewed()).isZero();
        } finally {
            tamper("drop function refuse() cascade");
        }

        given().get("/v1/articles/" + ids.get(0)).then().body("title", equalTo("As it is"));
        given().get("/v1/articles/" + ids.get(1)).then().body("title", equalTo("Old"));
        given().get("/v1/articles/" + ids.get(2)).then().body("title", equalTo("As it is"));
    }

    private static int found(String text) {
        return given().queryParam("q", text).get("/v1/search").path("page.total");
    }

    private int renewed() {
        try {
            var held = new ArrayList<UUID>();
            return renewal.pass(Renewal.OLDER, held) + renewal.pass(Renewal.NEWER, held);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private void tamper(String statement) {
        database.write(Duration.ofSeconds(5), Database.Ending.COMMIT, session -> session.update(Sql.of(statement)));
    }
}
