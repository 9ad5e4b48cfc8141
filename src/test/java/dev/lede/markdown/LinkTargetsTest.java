package dev.lede.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        @Override
        public String reference(String target) {
            return target.equals("gone") ? "" : "/R/" + target;
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

            @Override
            public String reference(String target) {
                return "javascript:alert(1)";
            }
        };
        var body = new Body("[a](b.md) ![c](d.png)[e]({{< ref \"f\" >}})", Markup.MARKDOWN, "en", null, null, evil);

        assertThat(new BodyRenderer(RenderSettings.DEFAULT).render(body).html()).isEqualTo("<p>a e</p>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{{< relref \"posts/chip.md#part\" >}} ! /R/posts/chip.md#part",
                "{{% ref \"chip\" %}} ! /R/chip",
                "{{< ref chip >}} ! /R/chip",
                "{{< ref `chip` >}} ! /R/chip",
                "{{<relref \"chip.md\">}} ! /R/chip.md",
                "{{< relref path=\"chip.md\" lang=\"de\" >}} ! /R/chip.md",
                "{{< relref lang=\"de\" path=\"chip.md\" >}} ! /R/chip.md",
                "{{< ref \"chip\" >}}#part ! /R/chip#part",
                "{% post_url 2020-01-01-chip %} ! /R/2020-01-01-chip",
                "{%- link _posts/2020-01-01-chip.md -%} ! /R/_posts/2020-01-01-chip.md",
                "{{ site.baseurl }}{% post_url 2020-01-01-chip %}#part ! /R/2020-01-01-chip#part",
                "/blog{% post_url 2020-01-01-chip %} ! /R/2020-01-01-chip",
                "https://x.example/?u={{< ref \"chip\" >}} ! https://x.example/?u=/R/chip",
                "{{< ref \"a & b\" >}} ! /R/a &amp; b",
                "{{ site.baseurl }}/about/ ! /L//about/",
                "{{ page.url }} ! ''",
                "{% link {{ page.file }} %} ! ''",
                "{{< ref \"gone\" >}} ! ''",
                "{{< ref >}} ! ''"
            })
    void takesReferencesForTargets(String target, String address) {
        String link = address.isEmpty() ? "text" : "<a href=\"" + address + "\">text</a>";

        assertThat(html("[text](" + target + ")")).isEqualTo("<p>" + link + "</p>\n");
        assertThat(html("[text]\n\n[text]: " + target + "\n")).isEqualTo("<p>" + link + "</p>\n");
        assertThat(html("<a href=\"" + target + "\">text</a>")).isEqualTo("<p>" + link + "</p>\n");
    }

    @Test
    void asksForEachUseOfAReferenceOnce() {
        var asked = new ArrayList<String>();
        var targets = new LinkTargets() {
            @Override
            public String link(String target) {
                throw new AssertionError(target);
            }

            @Override
            public String picture(String target) {
                throw new AssertionError(target);
            }

            @Override
            public String reference(String target) {
                asked.add(target);
                return "/" + target + "/";
            }
        };
        String source =
                "[a]({{< ref \"a\" >}}) {{< ref \"b\" >}} [c] [c] `{{< ref \"d\" >}}`\n\n[c]: {{< ref \"c\" >}}\n";

        String html = new BodyRenderer(RenderSettings.DEFAULT)
                .render(new Body(source, Markup.MARKDOWN, "en", null, null, targets))
                .html();

        assertThat(asked).containsExactly("a", "c", "c");
        assertThat(html).contains("<a href=\"/c/\">c</a> <a href=\"/c/\">c</a> <code>{{&lt; ref");
    }

    @Test
    void leavesReferencesAsWrittenWhenNobodyKnowsBetter() {
        assertThat(Rendering.markdown("[a]({{< ref \"posts/a.md#b\" >}})").html())
                .isEqualTo("<p><a href=\"posts/a.md#b\">a</a></p>\n");
        assertThat(Rendering.markdown("[a]({{< ref \"javascript:b\" >}})").html())
                .isEqualTo("<p>a</p>\n");
    }

    @Test
    void takesFilesForPictures() {
        assertThat(html("![a]({% link assets/b.png %})"))
                .isEqualTo("<p><img src=\"/P//assets/b.png\" alt=\"a\"></p>\n");
    }

    private static String html(String markdown) {
        var body = new Body(markdown, Markup.MARKDOWN, "en", null, null, TARGETS);
        return new BodyRenderer(RenderSettings.DEFAULT).render(body).html();
    }
}
