package dev.lede.markdown.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.markdown.Body;
import dev.lede.markdown.BodyRenderer;
import dev.lede.markdown.LinkTargets;
import dev.lede.markdown.Markup;
import dev.lede.markdown.RenderSettings;
import org.junit.jupiter.api.Test;

class CrowdedBlocksTest {

    private static String html(String markdown) {
        return new BodyRenderer(RenderSettings.DEFAULT)
                .render(new Body(markdown, Markup.MARKDOWN, "en", null, null, LinkTargets.AS_WRITTEN))
                .html();
    }

    @Test
    void leavesUsualParagraphsAsTheyAre() {
        // A paragraph of a book's length, all in one line.
        var line = "Some **bold** words, an _old_ ~~story~~ and [a link](b). ".repeat(1_500);
        assertThat(html(line).split("<strong>bold</strong>", -1)).hasSize(1_501);
    }

    @Test
    void losesNothingOfACrowdedOne() {
        var crowded = "*[a](b) ".repeat(20_000);

        var html = html("**bold** " + crowded + "\n\n**bold** again\n");

        assertThat(html.split("<a href", -1)).hasSize(20_001);
        assertThat(html.replaceAll("<[^>]*>", "").chars().filter(c -> c == '*')).hasSize(20_000);
        // What stands at the beginning, or in another block, is read as ever.
        assertThat(html).startsWith("<p><strong>bold</strong>").endsWith("<p><strong>bold</strong> again</p>\n");
    }

    @Test
    void readsEachLineOfACrowdedBlockWhole() {
        var html = html("*[a](b) **bold** [c d](e)\n".repeat(900) + "*[a](b)".repeat(9_000));

        assertThat(html.split("<strong>bold</strong> <a href=\"e\">c d</a>\n", -1))
                .hasSize(901);
    }

    @Test
    void opensNoLinkAcrossPieces() {
        var html = html("[" + "*[a](b)".repeat(9_000) + "](c)");

        assertThat(html.split("<a href=\"b\">a</a>", -1)).hasSize(9_001);
        assertThat(html.replaceAll("<[^>]*>", "").strip()).startsWith("[").endsWith("](c)");
    }
}
