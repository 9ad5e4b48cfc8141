package dev.lede.markdown.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.markdown.Body;
import dev.lede.markdown.BodyRenderer;
import dev.lede.markdown.LinkTargets;
import dev.lede.markdown.Markup;
import dev.lede.markdown.RenderSettings;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongParagraphsTest {

    private static String html(String markdown) {
        return new BodyRenderer(RenderSettings.DEFAULT)
                .render(new Body(markdown, Markup.MARKDOWN, "en", null, null, LinkTargets.AS_WRITTEN))
                .html();
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void leavesUsualParagraphsWhole() {
        assertThat(LongParagraphs.mayBeIn(lines(900))).isFalse();
        assertThat(html(lines(900)).split("<p>", -1)).hasSize(2);
    }

    @Test
    void losesNoLineOfALongOne() {
        var html = html(lines(5_000) + "\n\nThe next.\n");

        assertThat(html.replaceAll("</?p>", "").lines().filter(line -> line.matches("[0-9]+")))
                .containsExactlyElementsOf(lines(5_000).lines().toList());
        assertThat(html).endsWith("<p>The next.</p>\n");
    }

    @Test
    void whatEndsAParagraphEndsALongOne() {
        assertThat(html(lines(3_000) + "\n# Heading\n")).contains("<h1 id=\"heading\">Heading</h1>");
        assertThat(html(lines(3_000) + "\n- item\n")).contains("<li>item</li>");
        assertThat(html(lines(3_000) + "\n```\ncode\n```\n")).contains("<pre><code>code\n</code></pre>");
    }

    @Test
    void leavesCodeOfManyLinesAlone() {
        assertThat(html("```\n" + lines(3_000) + "\n```\n"))
                .isEqualTo("<pre><code>" + lines(3_000) + "\n</code></pre>\n");
    }
}
