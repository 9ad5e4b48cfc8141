package dev.lede.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.regex.Pattern;

/**
 * Articles that are written over and over again at several nodes, each with the number of its version in what is shown of
 * it, and what every node may show of them at a moment. Thread-safe, as long as each article has one writer.
 */
final class VersionedArticles {

    private static final int ARTICLES = 4;
    private static final long BEHIND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final Pattern VERSION = Pattern.compile("Version (\\d+)\\b");

    /** Ways to see one article, whose number stands for {@code #}; it is the only one with its tag. */
    private static final List<String> TARGETS = List.of(
            "/v1/articles/versioned-#",
            "/v1/articles?tag=alone-#",
            "/v1/articles?slug=versioned-#&fields=title&count=none",
            "/v1/summaries/versioned-#",
            "/feed.json?tag=alone-#");

    private final List<Packaged> nodes;
    private volatile long began;
    private final List<Read> reads = new ArrayList<>();
    /** By article, and by the moment at which it was acknowledged. */
    private final List<NavigableMap<Long, Integer>> written = new ArrayList<>();

    VersionedArticles(List<Packaged> nodes) {
        this.nodes = nodes;
        for (int article = 0; article < ARTICLES; article++) {
            written.add(new ConcurrentSkipListMap<>());
            for (var target : TARGETS) {
                reads.add(new Read(
                        article, target.replace("#", Integer.toString(article)), new AtomicIntegerArray(nodes.size())));
            }
        }
    }

    /**
     * Something to be read.
     *
     * @param seen the newest version that each node has shown there
     */
    record Read(int article, String target, AtomicIntegerArray seen) {}

    List<Read> reads() {
        return reads;
    }

    /** Writes the first version of each. */
    void writeAll() throws Exception {
        for (int article = 0; article < ARTICLES; article++) {
            write(article, nodes.get(0));
        }
        TimeUnit.SECONDS.sleep(1);
        began = System.nanoTime();
    }

    /**
     * Writes one of an n-th part of the articles at the node whose turn it is, which shows it from then on. Who writes hears
     * of others at once, so that the others have to find out by themselves.
     */
    Void write(int part, int parts, Random random) throws Exception {
        int article = parts * random.nextInt(ARTICLES / parts) + part;
        int node = (int) ((System.nanoTime() - began) / TURN_NANOS % nodes.size());
        int version = write(article, nodes.get(node));
        for (var read : reads) {
            if (read.article == article) {
                assertThat(shown(read, node))
                        .as("%s where it was written", read.target)
                        .isEqualTo(version);
            }
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
        return null;
    }

    private int write(int article, Packaged node) throws Exception {
        var versions = written.get(article);
        int version = versions.size() + 1;
        var document =
                "---\ntitle: Version %d\nslug: versioned-%d\ndate: 2025-01-01\ntags: [alone-%d]\n---\nVersion %d of it.\n"
                        .formatted(version, article, article, version);
        var answer = node.put("versioned/" + article + ".md", document.getBytes(UTF_8), Packaged.KEY);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isLessThan(300);
        versions.put(System.nanoTime(), version);
        return version;
    }

    /** Reads one of them at a node, which shows nothing that was replaced a second ago, or that is older than what it has shown. */
    Void read(int node, Random random) throws Exception {
        var read = reads.get(random.nextInt(reads.size()));
        var longAgo = written.get(read.article).floorEntry(System.nanoTime() - BEHIND_NANOS);
        int seen = read.seen.get(node);
        int shown = shown(read, node);
        assertThat(shown).as("%s after what it has shown", read.target).isGreaterThanOrEqualTo(seen);
        assertThat(shown)
                .as("%s a second after it was written", read.target)
                .isGreaterThanOrEqualTo(longAgo.getValue());
        return null;
    }

    private int shown(Read read, int node) throws Exception {
        var answer = nodes.get(node).get(read.target);
        var text = new String(answer.body(), UTF_8);
        assertThat(answer.statusCode()).as(text).isEqualTo(200);
        var found = VERSION.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        int version = Integer.parseInt(found.group(1));
        read.seen.accumulateAndGet(node, version, Math::max);
        return version;
    }
}
