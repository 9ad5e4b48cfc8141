package dev.lede.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is asked about targets, and what is done with the answers. */
class LinkTargetsTest {

    private static final LinkTargets TARGETS = new LinkTargets() {
        @Override
        public String link(String target) {
            return target.equals("gone.md") ? "" : "/L/" + target;
        }

        @Override
        public String picture(String target) {
            return target.equals("gone.png") ? "" : "/P/" + target;
        }
    };

    @Test
    void resolvesRelativeLinksAndPicturesOfMarkdown() {
        assertThat(html("[a](../b.md#c) ![d](e.png)"))
                .isEqualTo("<p><a href=\"/L/../b.md#c\">a</a> <img src=\"/P/e.png\" alt=\"d\"></p>\n");
    }

    @Test
    void resolvesTargetsOfRawHtml() {
        assertThat(html("<video poster=p.jpg src=v.mp4></video><a href=x.md>x</a>"))
                .contains("poster=\"/P/p.jpg\"", "src=\"/P/v.mp4\"", "href=\"/L/x.md\"");
    }

    @Test
    void resolvesEachCandidateOfASourceSet() {
        assertThat(html("<img src=a.png srcset='a.png 1x, b.png 2x,c.png 3x'>"))
                .contains("srcset=\"/P/a.png 1x, /P/b.png 2x, /P/c.png 3x\"");
    }

    @Test
    void leavesAbsoluteTargetsAndFragmentsAlone() {
        assertThat(html("[a](https://example.org/x) [b](#c) [d](//example.org/y) [e](mailto:a@example.org)"))
                .contains("\"https://example.org/x\"", "\"#c\"", "\"//example.org/y\"", "\"mailto:a@example.org\"");
    }

    @Test
    void unwrapsLinksWithoutTarget() {
        assertThat(html("[kept]() and [*gone*](gone.md)")).isEqualTo("<p>kept and <em>gone</em></p>\n");
    }

    @Test
    void dropsPicturesWithoutTarget() {
        assertThat(html("a![b]() c![d](gone.png)")).isEqualTo("<p>a c</p>\n");
    }

    @Test
    void keepsAnchorsThatAreNoLinks() {
        assertThat(html("<a name=\"here\"></a>Text")).isEqualTo("<p><a name=\"here\"></a>Text</p>\n");
    }

    @Test
    void distrustsAnswers() {
        var evil = new LinkTargets() {
            @Override
            public String link(String target) {
                return "javascript:alert(1)";
            }

            @Override
            public String picture(String target) {
                return "javascript:alert(1)";
            }
        };
        var body = new Body("[a](b.md) ![c](d.png)", Markup.MARKDOWN, "en", null, null, evil);

        assertThat(new BodyRenderer(RenderSettings.DEFAULT).render(body).html()).isEqualTo("<p>a </p>\n");
    }

    private static String html(String markdown) {
        var body = new Body(markdown, Markup.MARKDOWN, "en", null, null, TARGETS);
        return new BodyRenderer(RenderSettings.DEFAULT).render(body).html();
    }
}
