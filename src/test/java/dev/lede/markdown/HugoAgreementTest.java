package dev.lede.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.markdown.text.Whitespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real documents, and what Hugo makes of them. Skipped where the corpora are absent. */
class HugoAgreementTest {

    private static final Pattern CJK = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");
    private static final Pattern DEFINITION = Pattern.compile("^: ", Pattern.MULTILINE);
    private static final Pattern LIQUID = Pattern.compile("(?<!\\{)\\{%|\\{\\{-? *[a-z'\"]");
    private static final Pattern FRONT_MATTER = Pattern.compile(
            "\\A\\s*(?:---|\\+\\+\\+)[ \\t]*\\R(?s:.*?)^(?:---|\\+\\+\\+)(?:[ \\t]*(?:\\R|\\z))?", Pattern.MULTILINE);
    private static final Pattern DIVIDER = Pattern.compile("<!--more-->");

    private static final BodyRenderer RENDERER = new BodyRenderer(RenderSettings.DEFAULT);

    private static List<Page> pages = List.of();

    /** A document, what Hugo answers, and what we do. */
    private record Page(String name, String source, JsonNode hugo, RenderedBody ours) {

        boolean hasShortcodes() {
            return hugo.path("shortcodesStripped").asInt() > 0;
        }

        String hugosSummary() {
            return untypographic(hugo.at("/nocjk/summary").asText());
        }

        /** CommonMark has no definition lists; what is to be highlighted was read as Markdown for the corpora. */
        boolean isReadAlike() {
            return !DEFINITION.matcher(source).find() && !source.contains("{{< highlight");
        }

        /** Hugo takes Liquid for text. */
        boolean isCountedAlike() {
            return !CJK.matcher(source).find() && !LIQUID.matcher(source).find() && !source.contains("{{< highlight");
        }
    }

    @BeforeAll
    static void readCorpora() throws IOException {
        Path corpora = corpora();
        assumeTrue(corpora != null, "no shared/corpora above " + System.getProperty("user.dir"));
        var read = new ArrayList<Page>();
        try (Stream<Path> oracles = Files.list(corpora.resolve("oracle"))) {
            for (Path oracle :
                    oracles.filter(HugoAgreementTest::isHugos).sorted().toList()) {
                readSite(corpora, oracle, read);
            }
        }
        pages = List.copyOf(read);
    }

    @Test
    void countsWordsAsHugoDoesWhereThereIsNoCjk() {
        agree(
                99,
                Page::isCountedAlike,
                page -> page.ours().wordCount(),
                page -> page.hugo().at("/nocjk/wordCount").asInt());
    }

    @Test
    void givesHugosReadingTimeWhereThereIsNoCjk() {
        agree(
                99,
                Page::isCountedAlike,
                page -> page.ours().readingTime(),
                page -> page.hugo().at("/nocjk/readingTime").asInt());
    }

    @Test
    void countsWordsAsHugoDoesWhereThereAreShortcodes() {
        agree(
                92,
                page -> page.hasShortcodes() && page.isCountedAlike() && page.isReadAlike(),
                page -> page.ours().wordCount(),
                page -> page.hugo().at("/nocjk/wordCount").asInt());
    }

    @Test
    void hasHugosTextWhereThereAreShortcodes() {
        agree(
                90,
                page -> page.hasShortcodes() && page.isReadAlike(),
                page -> untypographic(page.ours().text()),
                page -> untypographic(
                        Parser.unescapeEntities(page.hugo().path("plain").asText(), false)));
    }

    @Test
    void takesHugosSummaryBeforeTheDivider() {
        agree(
                99,
                page -> DIVIDER.matcher(page.source()).find()
                        && page.ours().summary().source() == SummarySource.DIVIDER,
                page -> untypographic(page.ours().summary().text()),
                Page::hugosSummary);
    }

    private static void agree(
            int percent, Predicate<Page> selection, Function<Page, Object> ours, Function<Page, Object> hugos) {
        List<Page> selected = pages.stream().filter(selection).toList();
        List<String> differences = selected.stream()
                .filter(page -> !ours.apply(page).equals(hugos.apply(page)))
                .map(page -> page.name() + ": ours " + ours.apply(page) + ", Hugo's " + hugos.apply(page))
                .toList();
        assertThat(selected).isNotEmpty();
        assertThat(differences).hasSizeLessThanOrEqualTo(selected.size() * (100 - percent) / 100);
    }

    private static boolean isHugos(Path oracle) {
        String name = oracle.getFileName().toString();
        return name.endsWith(".jsonl") && name.indexOf('.') == name.length() - ".jsonl".length();
    }

    private static void readSite(Path corpora, Path oracle, List<Page> into) throws IOException {
        String site = oracle.getFileName().toString().replace(".jsonl", "");
        var json = new ObjectMapper();
        for (String line : Files.readAllLines(oracle)) {
            JsonNode hugo = json.readTree(line);
            Path document = find(corpora.resolve(site), hugo.path("file").asText());
            String source = document == null ? "{" : new String(Files.readAllBytes(document), StandardCharsets.UTF_8);
            // Front matter in JSON needs a parser to find its end; other tests have one.
            if (document != null && !source.stripLeading().startsWith("{")) {
                into.add(page(site, document, source, hugo));
            }
        }
    }

    private static Page page(String site, Path document, String source, JsonNode hugo) {
        String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
        String body = FRONT_MATTER.matcher(text).replaceFirst("");
        Markup markup = document.toString().endsWith(".html") ? Markup.HTML : Markup.MARKDOWN;
        RenderedBody ours =
                RENDERER.render(new Body(body, markup, hugo.path("lang").asText(), null, null, LinkTargets.AS_WRITTEN));
        return new Page(site + "/" + document.getFileName(), body, hugo, ours);
    }

    private static @Nullable Path find(Path site, String file) throws IOException {
        if (file.isEmpty()) {
            return null;
        }
        try (Stream<Path> all = Files.walk(site)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> path.endsWith(file))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static @Nullable Path corpora() {
        Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/corpora"))) {
            at = at.getParent();
        }
        return at == null ? null : at.resolve("shared/corpora");
    }

    /** Hugo's typographer curls quotes and joins dots and hyphens; we leave what the author wrote. */
    private static String untypographic(String text) {
        return Whitespace.fold(text)
                .replaceAll("[\u2018\u2019]", "'")
                .replaceAll("[\u201C\u201D\u00AB\u00BB]", "\"")
                .replace("\u2026", "...")
                .replace("\u2014", "---")
                .replace("\u2013", "--");
    }
}
