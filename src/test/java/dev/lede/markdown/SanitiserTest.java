package dev.lede.markdown;

import static dev.lede.markdown.Rendering.html;
import static dev.lede.markdown.Rendering.markdown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never reach a reader's browser, and what must. */
class SanitiserTest {

    /** Anything that could run: none of these texts is harmless inside a tag. */
    private static final Pattern DANGER = Pattern.compile(
            "<(?:script|style|svg|math|iframe|object|embed|base|meta|link|form|button|textarea|template|noscript|xmp)\\b"
                    + "|<[^>]*\\son\\w+\\s*="
                    + "|<[^>]*\\s(?:style|formaction|srcdoc|background|action)\\s*="
                    + "|<[^>]*(?:href|src|srcset|poster|cite)\\s*=\\s*\"?\\s*(?:javascript|vbscript|data|file|blob)",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "<img src=x onerror\n=alert(1)>",
                "<img/src=x/onerror=alert(1)>",
                "<p/onclick=alert(1)>x</p>",
                "<a href=javascript:alert(1)>x</a>",
                "<a href=\" java&#10;script:alert(1)\">x</a>",
                "<a href=\"&#x6A;avascript:alert(1)\">x</a>",
                "<a href=\"java&Tab;script&colon;alert(1)\">x</a>",
                "<a href=\"\u0001javascript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
                "<a href=\"vbscript:msgbox(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<a href=\"data:image/png;base64,AAAA\">x</a>",
                "<a href=\"file:///etc/passwd\">x</a>",
                "<a href=\"blob:https://example.org/1\">x</a>",
                "<img src=\"javascript:alert(1)\">",
                "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
                "<img src=\"data:text/html;base64,AAAA\">",
                "<img src=x srcset=\"javascript:alert(1) 1x\">",
                "<img src=x srcset=\"a.png 1x, data:text/html,x 2x\">",
                "<picture><source srcset=\"javascript:alert(1)\"></picture>",
                "<video poster=javascript:alert(1) src=data:video/mp4,x></video>",
                "<svg onload=alert(1)></svg>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<math href=\"javascript:alert(1)\">x</math>",
                "<style>@import 'https://evil.example/x.css'</style>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<base href=\"https://evil.example/\">",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<link rel=stylesheet href=https://evil.example/x.css>",
                "<iframe src=https://evil.example/></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=javascript:alert(1)></object>",
                "<embed src=javascript:alert(1)>",
                "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>x</button></form>",
                "<input type=image src=x onerror=alert(1)>",
                "<textarea></p><img src=x onerror=alert(1)></textarea>",
                "<template><img src=x onerror=alert(1)></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
                "<title><p title=\"</title><img src=x onerror=alert(1)>\"></title>",
                "<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\"></noembed>",
                "<plaintext><img src=x onerror=alert(1)>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<!--<img src=\"--><img src=x onerror=alert(1)>\">-->",
                "<p title=\"&quot; onclick=alert(1) x=&quot;\">x</p>",
                "<p title='\" onclick=alert(1) '>x</p>",
                "<table background=javascript:alert(1)><td background=javascript:alert(1)>x</table>",
                "<body onload=alert(1)>x",
                "<details open ontoggle=alert(1)>x</details>",
                "<audio src onerror=alert(1)></audio>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<blockquote cite=\"javascript:alert(1)\">x</blockquote>"
            })
    void disarms(String attack) {
        assertThat(withoutTitles(html(attack).html())).doesNotContainPattern(DANGER);
        assertThat(withoutTitles(markdown(attack).html())).doesNotContainPattern(DANGER);
        assertThat(withoutTitles(markdown("Text " + attack).html())).doesNotContainPattern(DANGER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JAVASCRIPT:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](javascript&colon;alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html;base64,AAAA)",
                "[x][r]\n\n[r]: javascript:alert(1)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "![x](data:image/svg+xml;base64,AAAA)",
                "[x](vbscript:x \"title\")",
                "# x {#a\" onclick=\"alert(1)}",
                "```x\" onclick=\"alert(1)\ncode\n```"
            })
    void disarmsMarkdown(String attack) {
        assertThat(markdown(attack).html()).doesNotContainPattern(DANGER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p id=\"a\" class=\"b c\" title=\"d\" lang=\"de\" dir=\"ltr\" align=\"center\">x</p>",
                "<del datetime=\"2024-01-01\">x</del><ins>y</ins>",
                "<details open=\"\"><summary>x</summary>y</details>",
                "<figure><img src=\"a.png\" alt=\"b\" title=\"c\" width=\"1\" height=\"2\"><figcaption>d</figcaption></figure>",
                "<video controls=\"\" poster=\"a.jpg\"><source src=\"b.mp4\" type=\"video/mp4\"></video>",
                "<audio src=\"a.mp3\" controls=\"\"></audio>",
                "<picture><source srcset=\"a.webp 1x, b.webp 2x\" type=\"image/webp\"><img src=\"a.png\"></picture>",
                "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
                "<kbd>a</kbd><mark>b</mark><sub>c</sub><sup>d</sup><abbr title=\"e\">f</abbr>",
                "<dl><dt>a</dt><dd>b</dd></dl>",
                "<table><tbody><tr><td colspan=\"2\" rowspan=\"3\" align=\"right\">x</td></tr></tbody></table>",
                "<ol start=\"3\" reversed=\"\"><li value=\"4\">x</li></ol>",
                "<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"\">",
                "<a href=\"https://example.org/?a=b&amp;c=d\" rel=\"me\">x</a>",
                "<a href=\"tel:+491234\">x</a><a href=\"mailto:a@example.org\">y</a>",
                "<blockquote><p>x</p></blockquote><hr><pre><code class=\"language-java\">y</code></pre>"
            })
    void keepsWhatIsHarmless(String fragment) {
        assertThat(html(fragment).html()).isEqualTo(fragment);
    }

    @Test
    void showsTextOfUnknownElements() {
        assertThat(html("<x-note>a <font color=red>b</font></x-note>").html()).isEqualTo("a b");
    }

    @Test
    void keepsNamesOnAnchorsAlone() {
        assertThat(html("<a name=\"x\">a</a><img name=\"body\" src=\"b.png\">").html())
                .isEqualTo("<a name=\"x\">a</a><img src=\"b.png\">");
    }

    @Test
    void cutsNewWindowsOff() {
        assertThat(html("<a href=\"https://example.org/\" target=\"_blank\">x</a>")
                        .html())
                .isEqualTo("<a href=\"https://example.org/\" target=\"_blank\" rel=\"noopener\">x</a>");
    }

    @Test
    void framesConfiguredHostsAlone() {
        var renderer = new BodyRenderer(new RenderSettings(140, Set.of("player.example.org")));
        String source = "<iframe src=\"https://player.example.org/1\" onload=\"x\"></iframe>"
                + "<iframe src=\"https://player.example.org.evil.example/\"></iframe>"
                + "<iframe src=\"https://player.example.org@evil.example/\"></iframe>"
                + "<iframe src=\"http://player.example.org/\"></iframe>";

        String html = renderer.render(new Body(source, Markup.HTML, "en", null, null, LinkTargets.AS_WRITTEN))
                .html();

        assertThat(html).isEqualTo("<iframe src=\"https://player.example.org/1\"></iframe>");
    }

    @Test
    void changesNothingTheSecondTime() {
        String once = html("<p>a<table><td>b</p><i><b>c</i>d</b><p title='\"<x>'>&lt;script&gt;")
                .html();

        assertThat(html(once).html()).isEqualTo(once);
    }

    /** In an escaped attribute value anything may stand. */
    private static String withoutTitles(String html) {
        return html.replaceAll(" title=\"[^\"]*\"", "");
    }
}
