package dev.lede.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.cli.compare.Differences;
import dev.lede.cli.compare.RemoteDocuments;
import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Server;
import dev.lede.cli.http.ServerAddress;
import dev.lede.cli.plan.Plan;
import dev.lede.cli.upload.Item;
import dev.lede.cli.upload.Outgoing;
import dev.lede.cli.upload.Report;
import dev.lede.document.DocumentPath;
import dev.lede.testsupport.Lede;
import dev.lede.tree.ContentTree;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against the application itself. */
@QuarkusTest
class RealLedeTest {

    @TempDir
    Path root;

    @Test
    void makesListsAndRevokesKeys() {
        var made = keys("create", "command line", "--role", "preview", "--expires-in", "30d");
        assertThat(made.status()).isZero();
        assertThat(made.lines()).singleElement().asString().startsWith("lede_");
        assertThat(made.err())
                .contains("command line", "preview", "expires")
                .doesNotContain(made.lines().get(0));
        var id = made.lines().get(0).split("_", -1)[1];
        var row = keys("list").lines().stream()
                .filter(line -> line.startsWith(id))
                .toList();
        assertThat(row).singleElement().asString().contains("preview", "command line");
        assertThat(keys("list", "--json").lines()).anyMatch(line -> line.contains("\"id\":\"" + id + "\""));
        assertThat(keys("revoke", id).status()).isZero();
        assertThat(keys("list").out()).doesNotContain(id);
        assertThat(keys("revoke", id).status()).isEqualTo(3);
    }

    @Test
    void saysWhatIsWrongAboutAKey() {
        var run = keys("create", "x", "--role", "wirte");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("Unknown role \"wirte\"");
        assertThat(keys("create", "x", "--role", "write", "--expires-in", "soon")
                        .status())
                .isEqualTo(2);
        assertThat(keys("create", "x", "--role", "write", "--expires-at", "soon")
                        .status())
                .isEqualTo(2);
        assertThat(keys("create", "x").status()).isEqualTo(2);
        assertThat(keys("revoke", "../documents").status()).isEqualTo(2);
        run = Cli.run("key", "list", "--url", url(), "--key", "wrong-key-0123456789");
        assertThat(run.status()).isEqualTo(5);
    }

    @Test
    void findsWhatDiffersByHashes() throws Exception {
        for (var name : new String[] {"a.md", "é b.md", "c.html", "d.png"}) {
            Files.writeString(root.resolve(name), "---\ntitle: x\n---\n" + name);
            var kind = name.endsWith("png") ? "assets" : "documents";
            Lede.admin()
                    .contentType("text/markdown")
                    .body(Files.readAllBytes(root.resolve(name)))
                    .put("/v1/" + kind + "/cli/" + name)
                    .then()
                    .statusCode(201);
        }
        Files.writeString(root.resolve("new.md"), "x");
        assertThat(differing()).containsExactly("cli/new.md");
        Files.writeString(root.resolve("a.md"), "changed");
        Files.writeString(root.resolve("d.png"), "changed");
        assertThat(differing()).containsExactly("cli/a.md", "cli/d.png", "cli/new.md");
    }

    private List<String> differing() throws Exception {
        var files = ContentTree.of(root).walk().files().stream()
                .map(file -> new Outgoing("cli/" + file.path(), file))
                .toList();
        var documents = RemoteDocuments.below("cli/", server(), Patience.usual(news -> {}));
        try (var report =
                new Report(terminal(new StringWriter()), new Report.Style(true, false), path -> path, item -> {})) {
            return Differences.between(files, documents, server(), report).differing().stream()
                    .map(Outgoing::path)
                    .toList();
        }
    }

    @Test
    void bringsAFolderInAndKeepsItUpToDate() throws Exception {
        Files.createDirectories(root.resolve("way/bundle"));
        Files.writeString(root.resolve("way/bundle/index.md"), "---\ntitle: Bundle\n---\nText.\n");
        Files.write(root.resolve("way/bundle/cover.png"), new byte[] {1, 2, 3});
        Files.writeString(root.resolve("way/über uns.md"), "---\ntitle: About\n---\nText of some length.\n");
        Files.writeString(root.resolve("way/broken.md"), "---\ntitle: x\ndate: 2023-02-30\n---\n");
        var run = imports();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(root + "/way/broken.md:3:7: error: ", "(did you mean 2023-02-28?)");
        assertThat(run.out()).startsWith("created 3, updated 0, unchanged 0, failed 1 in ");
        Files.delete(root.resolve("way/broken.md"));
        assertThat(imports().err()).contains("Nothing differs");
        Files.move(root.resolve("way/über uns.md"), root.resolve("way/about.md"));
        assertThat(imports("--prune", "--dry-run").lines())
                .contains("> way/über uns.md  way/about.md", "+ way/about.md  /way/about/");
        assertThat(imports("--prune", "--atomic").status()).isZero();
        assertThat(imports("--prune").err()).contains("Nothing differs");
        assertThat(imports("--if-revision", "0", "--into", "other").status()).isEqualTo(3);
    }

    private Cli.Run imports(String... options) {
        var all = new ArrayList<>(List.of("import", root.toString(), "--url", url(), "--key", Lede.KEY));
        all.addAll(List.of(options));
        return Cli.run(all.toArray(String[]::new));
    }

    @Test
    void explainsInWhatADocumentWouldChange() throws Exception {
        var path = "cli/plan/post.md";
        var now = "---\ntitle: Old\ntags: [one]\ndraft: true\nlead: same\nmood: {a: 1, b: 2}\n---\nSome text.\n";
        var then = "---\ntitle: New\ntags: [one, Two]\ndraft: true\nlead: same\nmood: {a: 1, b: 3}\n---\nOther text.\n";
        assertThat(Lede.put(path, now).statusCode()).isEqualTo(201);
        Files.createDirectories(root.resolve("cli/plan"));
        Files.writeString(root.resolve(path), then);
        var file = ContentTree.of(root).walk().files().get(0);
        var out = new StringWriter();
        var plan = new Plan(terminal(out), server(), Map.of(path, file), false);
        plan.item(item(path));
        plan.explain();
        assertThat(out.toString().lines())
                .contains(
                        "~ " + path,
                        "    title: \"Old\" -> \"New\"",
                        "    tags: [\"one\"] -> [\"one\",\"Two\"]",
                        "    params.mood.b: 2 -> 3",
                        "    body: changed (2 -> 2 words)")
                .noneMatch(line -> line.contains("lead") || line.contains("mood.a") || line.contains("status"));
        assertThat(Lede.admin().get("/v1/documents/" + path).asByteArray()).isEqualTo(now.getBytes(UTF_8));
    }

    private static Item item(String path) throws IOException {
        var json = "{\"path\":\"" + path + "\",\"action\":\"updated\",\"id\":\""
                + DocumentPath.parse(path).id() + "\"}";
        return new Item(new com.fasterxml.jackson.databind.ObjectMapper().readTree(json));
    }

    private static Terminal terminal(StringWriter out) {
        return new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()), false, false);
    }

    private static String url() {
        return "http://127.0.0.1:" + RestAssured.port;
    }

    private Server server() throws Exception {
        return new Server(ServerAddress.parse(url()), Optional.of(Lede.KEY));
    }

    private Cli.Run keys(String... arguments) {
        var all = new ArrayList<>(List.of("key"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", url(), "--key", Lede.KEY));
        return Cli.run(all.toArray(String[]::new));
    }
}
