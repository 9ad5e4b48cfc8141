package dev.lede.benchmark.piece;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.writing.StoredJson;
import dev.lede.benchmark.load.GeneratedDocuments;
import dev.lede.document.DocumentPath;
import dev.lede.document.DocumentReader;
import dev.lede.document.DocumentSettings;
import dev.lede.document.Reading;
import dev.lede.document.frontmatter.Findings;
import dev.lede.document.frontmatter.FrontMatter;
import dev.lede.ingest.derive.Derivation;
import dev.lede.ingest.derive.Derivations;
import dev.lede.ingest.store.Incoming;
import dev.lede.markdown.Body;
import dev.lede.markdown.BodyRenderer;
import dev.lede.markdown.LinkTargets;
import dev.lede.markdown.Markup;
import dev.lede.markdown.RenderSettings;
import dev.lede.markdown.RenderedBody;
import dev.lede.markdown.text.AutoSummary;
import dev.lede.search.index.SearchEntry;
import dev.lede.search.index.SearchIndex;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done for each document that comes in: 64 of them by turns, some 2 KB each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DocumentPieces {

    private static final int DOCUMENTS = 64;
    private static final int SUMMARY_UNITS = 140;

    private final DocumentReader reader = new DocumentReader(DocumentSettings.DEFAULT, Clock.systemUTC());
    private final BodyRenderer renderer = new BodyRenderer(new RenderSettings(SUMMARY_UNITS, Set.of()));
    private final Derivation derivation = Derivations.asConfiguredByDefault(Clock.systemUTC());
    private final SearchIndex search = new SearchIndex();
    private final List<Stages> documents =
            IntStream.range(0, DOCUMENTS).mapToObj(this::stages).toList();
    private int next;

    /** A document at every stage of its way in. */
    private record Stages(Incoming incoming, Body body, String language, List<String> prose, ArticleDraft draft) {}

    private Stages stages(int number) {
        var path = DocumentPath.parse(GeneratedDocuments.path(number));
        var incoming = new Incoming(path, GeneratedDocuments.document(number));
        var document = reader.read(path, incoming.bytes()).document().orElseThrow();
        var body = new Body(
                document.body(),
                Markup.MARKDOWN,
                document.language(),
                document.metadata().summary(),
                null,
                LinkTargets.AS_WRITTEN);
        var prose = renderer.render(body).prose().lines().toList();
        var draft = derivation.of(incoming).draft().orElseThrow();
        return new Stages(incoming, body, document.language(), prose, draft);
    }

    private Stages next() {
        next = (next + 1) % DOCUMENTS;
        return documents.get(next);
    }

    /** From bytes to keys with their positions. */
    @Benchmark
    public @Nullable FrontMatter frontMatter() {
        return FrontMatter.parse(next().incoming().bytes(), new Findings());
    }

    /** The same, and what the keys mean. */
    @Benchmark
    public Reading document() {
        var incoming = next().incoming();
        return reader.read(incoming.path(), incoming.bytes());
    }

    /** From Markdown to safe HTML, text, contents and counts. */
    @Benchmark
    public RenderedBody render() {
        return renderer.render(next().body());
    }

    /** The first sentences of a text. */
    @Benchmark
    public AutoSummary summary() {
        var document = next();
        return AutoSummary.of(document.prose(), document.language(), SUMMARY_UNITS);
    }

    /** An article and its card as they are stored and answered. */
    @Benchmark
    public int json() {
        return StoredJson.of(next().draft().article()).length();
    }

    /** What an article is found by. */
    @Benchmark
    public SearchEntry searchTokens() {
        return search.entry(next().draft());
    }

    /** All of it, as one document goes through it. */
    @Benchmark
    public Derivation.Derived derivation() {
        return derivation.of(next().incoming());
    }
}
