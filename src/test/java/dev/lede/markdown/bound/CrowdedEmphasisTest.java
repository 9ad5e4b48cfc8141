package dev.lede.markdown.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.markdown.Body;
import dev.lede.markdown.BodyRenderer;
import dev.lede.markdown.LinkTargets;
import dev.lede.markdown.Markup;
import dev.lede.markdown.RenderSettings;
import org.junit.jupiter.api.Test;

class CrowdedEmphasisTest {

    private static String html(String markdown) {
        return new BodyRenderer(RenderSettings.DEFAULT)
                .render(new Body(markdown, Markup.MARKDOWN, "en", null, null, LinkTargets.AS_WRITTEN))
                .html();
    }

    @Test
    void leavesUsualParagraphsAsTheyAre() {
        // A paragraph of a book's length, all in one line.
        var line = "Some **bold** words, an _old_ ~~story~~ and [a link](b). ".repeat(1_500);
        assertThat(CrowdedEmphasis.in(line)).isFalse();
        assertThat(html(line).split("<strong>bold</strong>", -1)).hasSize(1_501);
        // Many paragraphs are none.
        assertThat(CrowdedEmphasis.in("*[a](b)*\n\n".repeat(100_000))).isFalse();
    }

    @Test
    void losesNothingOfACrowdedOne() {
        var crowded = "*[a](b) ".repeat(20_000);
        assertThat(CrowdedEmphasis.in(crowded)).isTrue();

        var html = html("**bold** " + crowded + "\n\n**bold** again\n");

        assertThat(html.split("<a href", -1)).hasSize(20_001);
        assertThat(html.replaceAll("<[^>]*>", "").chars().filter(c -> c == '*')).hasSize(20_000);
        // What stands at the beginning, or in another block, is read as ever.
        assertThat(html).startsWith("<p><strong>bold</strong>").endsWith("<p><strong>bold</strong> again</p>\n");
    }
}
