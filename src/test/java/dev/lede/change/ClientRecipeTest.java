package dev.lede.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of the README for keeping a copy, as it stands there. */
@QuarkusTest
class ClientRecipeTest {

    private static final Pattern RECIPE = Pattern.compile("### Keeping a copy\n.*?```js\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Inject
    LogPruning pruning;

    private final Site site = new Site(() -> "http://localhost:" + RestAssured.port, Lede.KEY);

    @BeforeEach
    void needNode() {
        assumeTrue(isThere("node"), "There is no Node here, so the recipe is not tried.");
    }

    private static boolean isThere(String command) {
        try {
            return new ProcessBuilder(command, "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void keepsACopyRight() throws Exception {
        var recipe = RECIPE.matcher(Files.readString(Path.of("README.md")));
        assertThat(recipe.find()).isTrue();
        Files.writeString(directory.resolve("copy.mjs"), recipe.group(1));

        Lede.put("recipe/a.md", "---\ntitle: A\n---\nText.\n");
        Lede.put("recipe/b.md", "---\ntitle: B\n---\nText.\n");
        run();
        assertThat(copy()).isEqualTo(fresh());

        Lede.put("recipe/a.md", "---\ntitle: A again\n---\nText.\n");
        site.delete("recipe/b.md");
        run();
        assertThat(copy()).isEqualTo(fresh());

        Lede.put("recipe/c.md", "---\ntitle: C\n---\nText.\n");
        site.delete("recipe/a.md");
        pruning.prune(OffsetDateTime.now(ZoneOffset.UTC));
        run();
        assertThat(copy()).isEqualTo(fresh());
    }

    private void run() throws Exception {
        var builder = new ProcessBuilder("node", "copy.mjs")
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("LEDE", "http://localhost:" + RestAssured.port);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private Map<String, JsonNode> copy() throws IOException {
        var articles = new ObjectMapper()
                .readTree(directory.resolve("copy.json").toFile())
                .get("articles");
        var copy = new HashMap<String, JsonNode>();
        articles.properties().forEach(article -> copy.put(article.getKey(), article.getValue()));
        return copy;
    }

    private Map<String, JsonNode> fresh() throws IOException, InterruptedException {
        var follower = new Follower(site, "fields=title,summary,body.html&", 1_000);
        follower.catchUp(new Random());
        return follower.copy();
    }
}
