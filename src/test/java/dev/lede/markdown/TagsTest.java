package dev.lede.markdown;

import static dev.lede.markdown.Rendering.html;
import static dev.lede.markdown.Rendering.markdown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shortcodes and Liquid tags are never evaluated: they vanish, and the text between them stays. */
class TagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{< icon >}}",
                "{{<icon>}}",
                "{{% icon %}}",
                "{{< icon name=\"sun\" size=2 />}}",
                "{{< icon/>}}",
                "{{< icon \"a >}} b\" >}}",
                "{{< icon \"a \\\" >}} b\" >}}",
                "{{< icon `raw >}} \" string` >}}",
                "{{< icon\n    name=\"sun\"\n\n    size=2\n>}}",
                "{{< icon `two\n\n> lines` >}}",
                "{{</ icon >}}",
                "{{< /icon >}}",
                "{{< / icon >}}",
                "{{< dir/icon >}}",
                "{% include icon.html name=\"sun\" %}",
                "{%- include icon.html -%}",
                "{% if a > b %}",
                "{% endif %}",
                "{% # note %}",
                "{{ page.title }}",
                "{{page.title}}",
                "{{- site.time | date: \"%Y\" -}}",
                "{{ content }}",
                "{{ \"a\" | upcase }}",
                "{% comment %} nobody {{< sees >}} *this* {% endcomment %}",
                "{{< comment >}} nor\n\n- this {{< /comment >}}"
            })
    void vanish(String tag) {
        RenderedBody body = markdown("One " + tag + " two three.");

        assertThat(body.html()).matches("<p>One ? two three\\.</p>\n");
        assertThat(body.text()).isEqualTo("One two three.");
        assertThat(body.summary().text()).isEqualTo("One two three.");
        assertThat(body.wordCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{< icon",
                "{{< icon %}}",
                "{{% icon >}}",
                "{{< icon \"a >}}",
                "{{< >}}",
                "{{ }}",
                "{{ page.title",
                "{% icon",
                "{% %}",
                "{{ .Title }}",
                "{{ range .Pages }}",
                "{{ color: \"red\" }}",
                "\\frac{{a}}{{b}}"
            })
    void areTextWhenTheyAreNone(String text) {
        assertThat(markdown("One " + text + " two").text()).isEqualTo("One " + text + " two");
    }

    @Test
    void areTextAsFarAsTheyAreNotClosed() {
        assertThat(markdown("a {{< one {{< two >}} b {% three {% four %} c").text())
                .isEqualTo("a {{< one b {% three c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\n%s\n```",
                "~~~ go\nx %s y\n~~~",
                "- a\n\n  ```\n  %s\n  ```",
                "> ```\n> %s\n> ```",
                "    %s",
                "Span `%s` here",
                "Span ``a ` %s`` here"
            })
    void areTextInCode(String code) {
        for (String tag : List.of(
                "{{< x \"a\" >}}",
                "{{% x %}}",
                "{% x %}",
                "{{ x.y }}",
                "{% raw %}{{ a }}{% endraw %}",
                "{{< note >}}*b*{{< /note >}}",
                "{% comment %}c{% endcomment %}",
                "{{< highlight go >}}d{{< /highlight >}}")) {
            assertThat(markdown(code.replace("%s", tag)).text()).contains(tag);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<pre>{{< x >}}</pre>", "<code>{% x %}</code>"})
    void areTextInCodeOfRawHtml(String source) {
        String tag = source.replaceAll("</?(pre|code)>", "");

        assertThat(markdown(source).text()).isEqualTo(tag);
        assertThat(html(source).text()).isEqualTo(tag);
    }

    @Test
    void keepTheLinesTheyHaveInCode() {
        assertThat(markdown("- ```\n  {{< x\n    a=`1` >}}\n  ```\n").text()).isEqualTo("{{< x\n  a=`1` >}}");
    }

    @Test
    void areSpelledInSpansOfCode() {
        assertThat(markdown("Write `{% comment %}` before, `{% endcomment %}` after, `{{<` and `>}}` *around*.")
                        .text())
                .isEqualTo("Write {% comment %} before, {% endcomment %} after, {{< and >}} around.");
    }

    @Test
    void mayHaveCodeInTheirArguments() {
        assertThat(markdown("a {{< x `b` \"```\" >}} c `d`").html()).isEqualTo("<p>a  c <code>d</code></p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Text %s.", "```\n%s\n```", "`%s`"})
    void showShortcodesThatAreCommentedOut(String around) {
        for (String tag : List.of("<%s x \"*a*\" %s>", "%%%s x %s%%", "<%s /x %s>", "<%s<b>%s>")) {
            String source = around.replace("%s", "{{" + tag.formatted("/*", "*/") + "}}");
            String shown = around.replace("%s", "{{" + tag.formatted("", "") + "}}");

            assertThat(markdown(source).text()).isEqualTo(shown.replaceAll("`+\n?|\n", ""));
        }
    }

    @Test
    void leaveOutputsAloneInRawText() {
        assertThat(markdown("{% raw %}\nWrite {{ page.title }}, *not* {{< x >}}.\n{% endraw %}\n\nEnd.")
                        .html()
                        .strip())
                .isEqualTo("<p>Write {{ page.title }}, <em>not</em> {{&lt; x &gt;}}.</p>\n<p>End.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"_so_{{< x >}}", "{{< x >}}_so_", "*so*{{< x >}}", "{{< x >}}*so*{{< y >}}", "_{{< x >}}so_"})
    void letEmphasisStandBesideThem(String source) {
        assertThat(markdown(source).html()).isEqualTo("<p><em>so</em></p>\n");
    }

    @Test
    void cannotBeForged() {
        assertThat(markdown("{{< x >}} &#xFDD1;&#xFDE0;&#xFDD4; \uFDD1\uFDE0\uFDD4 `{{< y >}}`")
                        .text())
                .isEqualTo("\uFFFD\uFFFD\uFFFD {{< y >}}");
    }

    @Test
    void vanishFromTheFrontMattersSummary() {
        assertThat(Rendering.summary("Text.", "A {{< x >}}*short* {{ y.z }}one", null)
                        .text())
                .isEqualTo("A short one");
    }
}
