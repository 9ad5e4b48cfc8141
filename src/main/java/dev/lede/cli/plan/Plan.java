package dev.lede.cli.plan;

import dev.lede.cli.console.Printable;
import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Server;
import dev.lede.cli.http.Server.Call;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.upload.Item;
import dev.lede.document.DocumentPath;
import dev.lede.tree.TreeFile;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an import would do, as lines: {@code +} what is new, {@code >} what moves, {@code -} what goes, {@code ~} what
 * changes, and in what. One thread reports, and the same explains in the end.
 */
public final class Plan {

    private static final int MOST_EXPLAINED = 1_000;

    private final Terminal terminal;
    private final Server server;
    private final Map<String, TreeFile> files;
    private final boolean strict;
    private final List<Item> updated = new ArrayList<>();
    private long notExplained;

    /**
     * @param files by their paths in Lede; what is missing here is told of in short
     * @param strict whether warnings are errors
     */
    public Plan(Terminal terminal, Server server, Map<String, TreeFile> files, boolean strict) {
        this.terminal = terminal;
        this.server = server;
        this.files = Map.copyOf(files);
        this.strict = strict;
    }

    /** What would become of a file. */
    public void item(Item item) {
        switch (item.action()) {
            case "created" -> line("+", item.path(), item.url());
            case "deleted" -> line(item.movedTo().isEmpty() ? "-" : ">", item.path(), item.movedTo());
            case "updated" -> update(item);
            default -> {
                // What stays needs no plan, and what fails is told of anyway.
            }
        }
    }

    private void update(Item item) {
        if (updated.size() < MOST_EXPLAINED) {
            updated.add(item);
        } else {
            notExplained++;
        }
    }

    /** Says in what the documents would change; the call that told of them must be over, as it holds them. */
    public void explain() throws CommandFailed, InterruptedException {
        for (var item : updated) {
            line("~", item.path(), "");
            var file = files.get(item.path());
            if (file != null
                    && DocumentPath.parse(item.path()).isContent()
                    && item.json().has("id")) {
                explain(item, file);
            }
        }
        if (notExplained > 0) {
            terminal.result("~ and " + notExplained + " more");
        }
        updated.clear();
    }

    private void explain(Item item, TreeFile file) throws CommandFailed, InterruptedException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file.file());
        } catch (IOException gone) {
            terminal.warning(file.file().toString(), "it cannot be read any more");
            return;
        }
        var read =
                new Call("GET", "/v1/articles/" + item.json().path("id").asText()).with(Map.of("perspective", "all"));
        var write = new Call(
                        "PUT",
                        "/v1/documents/" + DocumentPath.parse(item.path()).encoded())
                .with(strict ? Map.of("dryRun", "true", "strict", "true") : Map.of("dryRun", "true"));
        var patience = Patience.usual(terminal::note);
        var now = patience.with(() -> server.ask(read));
        var then = patience.with(() -> server.send(write, "text/markdown", BodyPublishers.ofByteArray(bytes)));
        for (var difference : FieldDifferences.between(now, then.path("article"))) {
            terminal.result("    " + difference);
        }
    }

    private void line(String sign, String path, String more) {
        var shown = sign + " " + Printable.of(path);
        terminal.result(more.isEmpty() ? shown : shown + "  " + Printable.of(more));
    }
}
