package dev.lede.change;

import dev.lede.testsupport.Tree;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Does whatever can be done to documents, at random. Belongs to one thread. */
public final class RandomWriter {

    private static final int PATHS = 24;
    private static final int ASSETS = 4;
    private static final List<String> SECTIONS = List.of("model-a", "model-b");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr");

    private final Site site;
    private final Random random;
    private int done;

    /** @param seed the same gives the same operations */
    public RandomWriter(Site site, long seed) {
        this.site = site;
        this.random = new Random(seed);
    }

    /** How many operations had an effect. */
    public int done() {
        return done;
    }

    /** One operation, which may well be refused. */
    public void step() throws IOException, InterruptedException {
        var status = switch (random.nextInt(14)) {
            case 0, 1 -> site.delete(path());
            case 2 -> site.put(path() + "?movedFrom=" + path(), document());
            case 3 -> site.post("", tree(path(), path(), path()));
            case 4 -> site.post("prune=true&maxDeletes=20&scope=model-a/", tree("model-a/1.md", "model-a/2.md"));
            case 5 -> site.putAsset(asset(), "Bytes " + random.nextInt(3));
            case 6 -> site.deleteAsset(asset());
            default -> site.put(path(), document());
        };
        if (status < 300) {
            done++;
        } else if (status == 500) {
            throw new AssertionError("A fault of the server's");
        }
    }

    private byte[] tree(String... paths) {
        var tree = Tree.of();
        for (var path : paths) {
            tree.with(path, document());
        }
        return tree.tar();
    }

    private String path() {
        return pick(SECTIONS) + "/" + random.nextInt(PATHS) + ".md";
    }

    private String asset() {
        return pick(SECTIONS) + "/" + random.nextInt(ASSETS) + ".bin";
    }

    private String document() {
        // Few titles, dates and keys, so that what others show of it stays the same now and then.
        var text = new StringBuilder("---\ntitle: Number " + random.nextInt(3) + "\nlang: " + pick(LANGUAGES))
                .append("\ntags: [m" + random.nextInt(4) + ", m" + random.nextInt(4) + "]\n")
                .append("translationKey: together-" + random.nextInt(6) + "\n")
                .append("date: 2024-01-0" + (1 + random.nextInt(6)) + "\n");
        switch (random.nextInt(6)) {
            case 0 -> text.append("draft: true\n");
            case 1 -> text.append("publishDate: " + soon() + "\n");
            case 2 -> text.append("expiryDate: " + soon() + "\n");
            default -> {
                // Visible now.
            }
        }
        switch (random.nextInt(4)) {
            case 0 -> text.append("slug: named-" + random.nextInt(4) + "\n");
            case 1 -> text.append("url: /model-elsewhere/" + random.nextInt(4) + "/\n");
            default -> {
                // Called by its path.
            }
        }
        return text.append("---\nText, [one](../" + path() + "), [another](../" + path() + "#part), [a file](../"
                        + asset() + ") and [a name]({{< ref \"named-" + random.nextInt(4) + "\" >}}).\n")
                .toString();
    }

    private Instant soon() {
        return Instant.now().plusMillis(random.nextInt(2_000)).truncatedTo(ChronoUnit.MILLIS);
    }

    private String pick(List<String> among) {
        return among.get(random.nextInt(among.size()));
    }
}
