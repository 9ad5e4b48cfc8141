package dev.lede.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs made to take for ever, to overflow the stack or to fill the memory; each on a small stack. */
class HostileMarkdownTest {

    /** What is quadratic here takes a minute and more. */
    private static final Duration BOUND = Duration.ofSeconds(20);

    private static final long SMALL_STACK = 256 * 1024;

    private static final BodyRenderer RENDERER = new BodyRenderer(RenderSettings.DEFAULT);

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("unclosed tags", "<a ".repeat(20_000)),
                attack("unclosed tags before a bracket", "<a \"".repeat(50_000) + ">"),
                attack("unclosed comments", "x " + "<!--".repeat(50_000)),
                attack("unclosed instructions", "x " + "<?".repeat(50_000)),
                attack("unclosed sections", "x " + "<![CDATA[".repeat(50_000)),
                attack("unclosed declarations", "x " + "<!A ".repeat(50_000)),
                attack("unclosed addresses", "<http:".repeat(50_000) + ">"),
                attack("nested quotations", "> ".repeat(2_000) + "x"),
                attack("nested lists", "- ".repeat(50_000) + "x"),
                attack("a paragraph of many lines", "x\n".repeat(75_000)),
                attack("a paragraph of many lines, each ended by a carriage return", "x\r".repeat(75_000)),
                attack("a long list item", "- a\n" + "  x\n".repeat(60_000)),
                attack("a long quotation", "> x\n".repeat(60_000)),
                attack("a lazy quotation", "> x\n" + "x\n".repeat(60_000)),
                attack("numbers in a paragraph", "x\n" + "2. x\n".repeat(60_000)),
                attack("rows without a table", "|a|b|\n".repeat(50_000)),
                attack("a definition of many lines", "[a]:\n" + "x\n".repeat(60_000)),
                attack("unclosed shortcodes on lines", "{{< a \"\n".repeat(50_000)),
                attack("asterisks", "*".repeat(50_000)),
                attack("links between asterisks", "*[a](b)".repeat(150_000)),
                attack("links in paragraphs of asterisks", ("*[a](b)".repeat(9_900) + "\n\n").repeat(14)),
                attack("links between two kinds of marks", "_*[a](b)".repeat(120_000)),
                attack("links after brackets", "[[a](b)".repeat(150_000)),
                attack("pictures after brackets", "[![a](b)".repeat(120_000)),
                attack("references between asterisks", "*[a] ".repeat(60_000) + "\n\n[a]: b\n"),
                attack("unclosed strong", "**unclosed ".repeat(20_000)),
                attack("nested emphasis", "*a **a ".repeat(20_000) + "b" + " a** a*".repeat(20_000)),
                attack("brackets", "[".repeat(50_000)),
                attack("nested pictures", "![".repeat(10_000) + "x" + "](y)".repeat(10_000)),
                attack(
                        "backtick runs",
                        IntStream.range(1, 1_000).mapToObj("`"::repeat).collect(Collectors.joining(" "))),
                attack("entities", "&amp;&#x1F600;&lt;".repeat(60_000)),
                attack("ampersands", "&".repeat(125_000)),
                attack("pictures and addresses", "![]()https://example.org/a".repeat(5_000)),
                attack("one line of words", "word 字 ".repeat(16_000)),
                attack("one word", "x".repeat(110_000)),
                attack("one Chinese line", "字".repeat(110_000)),
                attack("one Thai line", "ภาษาไทย".repeat(16_000)),
                attack("one grapheme", "a" + "\u0301".repeat(110_000)),
                attack("numbers", "1. ".repeat(60_000)),
                attack("initials", "x " + "A. ".repeat(60_000)),
                attack("ellipses", "他…a".repeat(50_000)),
                attack("stops and quotes", "。\"".repeat(60_000)),
                attack("at signs", "a@".repeat(50_000)),
                attack("headings alike", "# a\n".repeat(30_000)),
                attack("attributes of headings", "# {" + "#a ".repeat(30_000)),
                attack("empty lines", "\n".repeat(1_000_000)),
                attack("a megabyte", "Lorem *ipsum* [dolor](x.md), `sit`. 中文句子。\n\n".repeat(20_000)),
                attack("sparse table", "|a".repeat(5_000) + "|\n" + "|-".repeat(5_000) + "|\n" + "|b|\n".repeat(5_000)),
                attack("footnote marks", "[^a]".repeat(50_000) + "\n\n[^a]: x\n"),
                attack("long reference", "[r]: /" + "u".repeat(50_000) + "\n\n" + "[r] ".repeat(30_000)),
                attack("nested divisions", "<div>".repeat(50_000) + "x"),
                attack("nested inline elements", "<b>".repeat(50_000) + "x"),
                attack("nested tables", "<table>".repeat(30_000)),
                attack("nested headings", "<h1><div>".repeat(20_000) + "x"),
                attack(
                        "formatting for every paragraph",
                        "<b class=" + "x".repeat(50_000) + ">" + "<p>a".repeat(60_000)),
                attack("misnested formatting", "<i><b><a href=x>".repeat(20_000) + "</i></b></a>".repeat(20_000)),
                attack(
                        "attributes",
                        IntStream.range(0, 20_000)
                                .mapToObj(n -> "a" + n + "=1")
                                .collect(Collectors.joining(" ", "<p ", ">x</p>"))),
                attack("source set", "<img src=a srcset=\"" + "a, ".repeat(50_000) + "\">"),
                attack("control characters", "<a href='" + "\t".repeat(50_000) + "javascript:x'>x</a>"),
                attack("unclosed shortcodes", "{{<".repeat(50_000)),
                attack("unclosed named shortcodes", "{{< a ".repeat(50_000)),
                attack("unclosed strings", "{{< a \"".repeat(50_000)),
                attack("unclosed strings on lines", "{{< a \"\n".repeat(20_000)),
                attack("unclosed raw strings", "{{< a `".repeat(99_999)),
                attack("strings without end", "{{<x" + " \"{{<x\" `{{<x`".repeat(60_000)),
                attack("unclosed shown shortcodes", "{{</* a ".repeat(50_000)),
                attack("unclosed Liquid", "{%".repeat(50_000)),
                attack("unclosed named Liquid", "{% a ".repeat(50_000)),
                attack("unclosed outputs", "{{".repeat(50_000)),
                attack("unclosed named outputs", "{{ a ".repeat(50_000)),
                attack("long output", "{{ a" + ".a".repeat(50_000) + " }}"),
                attack("long argument", "{{< ref \"" + "\\a".repeat(50_000) + "\" >}}"),
                attack("opened shortcodes", "{{< a >}}".repeat(50_000)),
                attack("opened and closed", "{{< a >}}".repeat(50_000) + "{{< /a >}}".repeat(50_000)),
                attack("unclosed pairs", "{% comment %}{{< highlight >}}{% raw %}".repeat(30_000)),
                attack("pairs", "{% comment %}a{% endcomment %}\n".repeat(50_000)),
                attack("lines of tags", "{{< a >}}\n".repeat(50_000)),
                attack("tags in code", "`{{< a >}}` ".repeat(50_000)),
                attack("tags in code that hide tags", "`{% comment %}` `{% endcomment %}` ".repeat(20_000)),
                attack("items of tags", "- {{< a >}}\n".repeat(50_000)),
                attack("highlighted code", "{{< highlight a >}}b{{< /highlight >}}".repeat(30_000)),
                attack("paragraphs of highlighted code", "{{< highlight a >}}b{{< /highlight >}}\n\n".repeat(30_000)),
                attack(
                        "forged placeholders in code",
                        "`{{< " + "a".repeat(100_000) + " >}}` <code>" + "&#xFDD1;&#xFDE0;&#xFDD4;".repeat(30_000)),
                attack(
                        "long reference of a tag",
                        "[r]: {{< ref \"" + "u".repeat(1_900) + "\" >}}\n\n" + "[r] ".repeat(50_000)),
                attack("braces", "{".repeat(125_000)),
                attack("stranded delimiters", "。**a**（".repeat(40_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void survives(String name, String source) {
        // All at once, as there is more than one processor.
        var renderings = Stream.of(Markup.values())
                .map(markup -> begunOnSmallStack(source, markup))
                .toList();
        for (var rendering : renderings) {
            RenderedBody body = assertTimeoutPreemptively(BOUND, () -> rendering.get(), name);

            assertThat(body.html().length()).isLessThan(12_000_000);
            assertTimeoutPreemptively(BOUND, () -> TextCut.cut(body.text(), 200, "zh"), name);
        }
    }

    @Test
    void keepsTextThatIsNestedTooDeep() {
        assertThat(onSmallStack("<div>".repeat(100_000) + "Kern", Markup.MARKDOWN)
                        .text())
                .isEqualTo("Kern");
    }

    @Test
    void separatesPicturesFromTheAddressesBetweenThem() {
        RenderedBody body = onSmallStack("![]()https://example.org/a![]()", Markup.MARKDOWN);

        assertThat(body.html()).contains("<a href=\"https://example.org/a\">");
    }

    @Test
    void leavesAnUnclosedStrongLiteral() {
        assertThat(onSmallStack("Ein **unfertiger Satz.", Markup.MARKDOWN).html())
                .isEqualTo("<p>Ein **unfertiger Satz.</p>\n");
    }

    @Test
    void leavesACommentThatNeverEndsLiteral() {
        assertThat(onSmallStack("a <!-- b", Markup.MARKDOWN).html()).isEqualTo("<p>a &lt;!-- b</p>\n");
    }

    @Test
    void replacesNul() {
        assertThat(onSmallStack("a\0b", Markup.HTML).text()).isEqualTo("a\uFFFDb");
        assertThat(onSmallStack("a\0b", Markup.MARKDOWN).text()).isEqualTo("a\uFFFDb");
    }

    private static Arguments attack(String name, String source) {
        return Arguments.of(name, source);
    }

    private static FutureTask<RenderedBody> begunOnSmallStack(String source, Markup markup) {
        var body = new Body(source, markup, "zh", null, null, LinkTargets.AS_WRITTEN);
        var rendering = new FutureTask<>(() -> RENDERER.render(body));
        new Thread(null, rendering, "small stack", SMALL_STACK).start();
        return rendering;
    }

    private static RenderedBody onSmallStack(String source, Markup markup) {
        var rendering = begunOnSmallStack(source, markup);
        try {
            return rendering.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError("not rendered", failure);
        }
    }
}
