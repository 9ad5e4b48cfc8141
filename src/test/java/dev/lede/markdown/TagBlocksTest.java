package dev.lede.markdown;

import static dev.lede.markdown.Rendering.html;
import static dev.lede.markdown.Rendering.markdown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tags do to the blocks around them, and the text between them. */
class TagBlocksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"{{< x >}}", "{% x %}", "{{ x }}", "{{< x >}} {{% y %}}", "{{< x >}}{{< /x >}}", "**{{< x >}}**"
            })
    void leaveNoEmptyParagraph(String line) {
        assertThat(markdown("One.\n\n" + line + "\n\nTwo.\n").html().replaceAll("\n+", "\n"))
                .isEqualTo("<p>One.</p>\n<p>Two.</p>\n");
    }

    @Test
    void leaveNothingOfADocumentOfTags() {
        RenderedBody body = markdown("{{< a >}}\n\n# {{< b >}}\n\n- {{< c >}}\n\n> {{< d >}}\n\n[{{< e >}}](f)\n");

        assertThat(body.html()).isBlank();
        assertThat(body.text()).isEmpty();
        assertThat(body.contents()).isEmpty();
        assertThat(body.wordCount()).isZero();
    }

    @Test
    void renderTheTextBetweenPairedTags() {
        String source = "{{< note >}}\nThis is *important*.\n\n- one\n- two\n{{< /note >}}\n";

        assertThat(markdown(source).html().strip())
                .isEqualTo("<p>This is <em>important</em>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>");
    }

    @Test
    void readTheTextBetweenPairedTagsByItself() {
        assertThat(markdown("Before\n{{< note >}}\nInside\n{{< /note >}}\nAfter")
                        .text())
                .isEqualTo("Before\nInside\nAfter");
    }

    @Test
    void staySilentInTheMiddleOfAParagraph() {
        assertThat(markdown("Before\n{{< icon >}}\nafter").html()).isEqualTo("<p>Before\nafter</p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{< x >}}", "{% x %}", "{{< x >}}{{< /x >}}"})
    void beginNoParagraphThatSwallowsWhatFollows(String tag) {
        assertThat(markdown(tag + "\n    code()").html()).contains("<pre><code>code()");
        assertThat(markdown(tag + "\n---").html()).contains("<hr>").doesNotContain("<h2");
        assertThat(markdown(tag + "\n===").text()).isEqualTo("===");
        assertThat(markdown(tag + "\n2. two").html()).contains("<ol start=\"2\">");
        assertThat(markdown(tag + "\n| a |\n|---|\n| b |").html()).contains("<table>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a", "> a", "    a", "1. a"})
    void keepBlocksApart(String block) {
        String between = markdown(block + "\n\n{{< x >}}\n\n" + block).html();
        String name = between.substring(1, between.indexOf('>'));

        assertThat(between.split("</" + name + ">", -1)).hasSize(3);
    }

    @Test
    void doNotBreakAList() {
        assertThat(markdown("1. a\n\n   {{< x >}}\n\n2. b\n{{< y >}}\n3. c").html())
                .containsOnlyOnce("<ol>");
    }

    @Test
    void vanishFromTableCells() {
        assertThat(markdown("| A | B |\n|---|---|\n| {{< x \"a|b\" >}} c | d{% e %} |\n")
                        .text())
                .isEqualTo("A B\nc d");
    }

    @Test
    void vanishFromHeadingsAndTheirIds() {
        RenderedBody body = markdown(
                "## Getting {{< badge \"new\" >}}started {#start}\n\n## Next{% x %}\n\n## Last {#end} {{< x >}}\n");

        assertThat(body.contents()).extracting(Heading::title).containsExactly("Getting started", "Next", "Last");
        assertThat(body.contents()).extracting(Heading::id).containsExactly("start", "next", "end");
    }

    @Test
    void vanishFromListItemsAndLinks() {
        assertThat(markdown("- {{< x >}} one\n- [two{{< y >}}](t)\n").html())
                .isEqualTo("<ul>\n<li> one</li>\n<li><a href=\"t\">two</a></li>\n</ul>\n");
    }

    @Test
    void vanishFromAttributesOfHtml() {
        String source = "<div class=\"a {{< x \"b\" >}}\" {{ attributes }} title={{ page.title }}>c</div>";

        assertThat(markdown(source).html().strip()).isEqualTo("<div class=\"a \" title=\"\">c</div>");
        assertThat(html(source).html()).isEqualTo("<div class=\"a \" title=\"\">c</div>");
    }

    @Test
    void vanishFromPictures() {
        assertThat(markdown("![A {{< x >}}cat]({{ site.baseurl }}/cat.png \"{% t %}Cat\")")
                        .html())
                .isEqualTo("<p><img src=\"/cat.png\" alt=\"A cat\" title=\"Cat\"></p>\n");
    }

    @Test
    void vanishFromHtmlBodies() {
        assertThat(html("<p>{{< x >}}</p><p>a {% if b %}c{% endif %}</p>").html())
                .isEqualTo("<p>a c</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{< highlight go \"linenos=table\" >}}\nif a < b {\n\n    *c*\n}\n{{< /highlight >}}",
                "{% highlight go linenos %}\nif a < b {\n\n    *c*\n}\n{% endhighlight %}"
            })
    void leaveHighlightedTextAsCode(String source) {
        RenderedBody body = markdown("Before:\n" + source + "\nAfter.");

        assertThat(body.html()).isEqualTo("""
                <p>Before:</p>
                <pre><code class="language-go">if a &lt; b {

                    *c*
                }
                </code></pre>
                <p>After.</p>
                """);
        assertThat(body.text()).isEqualTo("Before:\nif a < b {\n\n    *c*\n}\nAfter.");
        assertThat(body.summary().text()).isEqualTo("Before: After.");
    }

    @Test
    void takeTheMarginOfAListOffHighlightedText() {
        String source = "- a\n\n  {{< highlight py >}}\n  if b:\n      c\n  {{< /highlight >}}\n";

        assertThat(markdown(source).html())
                .contains("<li>\n<p>a</p>\n<pre><code class=\"language-py\">if b:\n    c\n</code>");
    }

    @Test
    void highlightWithinALine() {
        assertThat(markdown("Call {{< highlight go \"hl_inline=true\" >}}f(`*x*`){{< /highlight >}} now.")
                        .html())
                .isEqualTo("<p>Call <code>f(`*x*`)</code> now.</p>\n");
    }

    @Test
    void hideADividerInACommentAndFindOneBetweenTags() {
        assertThat(markdown("{% comment %}\n<!--more-->\n{% endcomment %}\nText.")
                        .summary()
                        .source())
                .isEqualTo(SummarySource.AUTO);
        assertThat(markdown("{{< note >}}\nHead.\n\n<!--more-->\n\nRest.\n{{< /note >}}")
                        .summary())
                .isEqualTo(new Summary("Head.", SummarySource.DIVIDER, true));
    }

    @Test
    void leaveNothingOutWhenATagFollowsTheDivider() {
        assertThat(markdown("Head.\n\n<!--more-->\n\n{{< ad >}}\n").summary().truncated())
                .isFalse();
    }
}
