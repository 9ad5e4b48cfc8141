package dev.lede.markdown;

import static dev.lede.markdown.Rendering.html;
import static dev.lede.markdown.Rendering.markdown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Markdown to HTML, and what is told about the page. */
class BodyRendererTest {

    @Test
    void rendersTables() {
        String html =
                markdown("| Stadt | Fluss |\n|:--|--:|\n| Köln | Rhein |\n").html();

        assertThat(html).contains("<th align=\"left\">Stadt</th>", "<td align=\"right\">Rhein</td>");
    }

    @Test
    void rendersStrikethrough() {
        assertThat(markdown("~~alt~~ neu").html()).isEqualTo("<p><del>alt</del> neu</p>\n");
    }

    @Test
    void rendersTaskLists() {
        String html = markdown("- [x] done\n- [ ] open\n").html();

        assertThat(html)
                .contains("<input type=\"checkbox\" disabled=\"\" checked=\"\"> done")
                .contains("<input type=\"checkbox\" disabled=\"\"> open");
    }

    @Test
    void rendersFootnotes() {
        String html = markdown("A claim.[^1]\n\n[^1]: The proof.\n").html();

        assertThat(html)
                .contains("<a href=\"#fn-1\" id=\"fnref-1\">1</a>")
                .contains("<section class=\"footnotes\">")
                .contains("<li id=\"fn-1\">", "The proof.");
    }

    @Test
    void passesRawHtmlThrough() {
        assertThat(markdown("H<sub>2</sub>O and <kbd>Ctrl</kbd>").html())
                .isEqualTo("<p>H<sub>2</sub>O and <kbd>Ctrl</kbd></p>\n");
    }

    @Test
    void keepsTheFirstLineFeedOfPreformattedText() {
        assertThat(html("<pre>\n\nsecond line</pre>").html()).isEqualTo("<pre>\n\nsecond line</pre>");
    }

    @Test
    void readsHtmlBodiesAsHtml() {
        RenderedBody body = html("<p>Kein *Markdown* hier.</p>");

        assertThat(body.html()).isEqualTo("<p>Kein *Markdown* hier.</p>");
    }

    @Test
    void emphasisesBesideChinesePunctuation() {
        assertThat(markdown("**注意。**后面的**“引文”**也是。").html())
                .isEqualTo("<p><strong>注意。</strong>后面的<strong>“引文”</strong>也是。</p>\n");
    }

    @Test
    void leavesCodeAloneThatLooksLikeChineseEmphasis() {
        assertThat(markdown("`**注意。**后面`").html()).isEqualTo("<p><code>**注意。**后面</code></p>\n");
    }

    @Test
    void findsTheFirstHeadingOfLevelOne() {
        assertThat(markdown("## Vorher\n\n# Der *ganze* Titel\n\n# Noch einer\n")
                        .firstHeading())
                .isEqualTo("Der ganze Titel");
    }

    @Test
    void hasNoFirstHeadingWithoutLevelOne() {
        assertThat(markdown("## Zwei\n").firstHeading()).isNull();
    }

    @Test
    void findsTheFirstPictureAsWritten() {
        RenderedBody body =
                markdown("Text ![](javascript:x) ![Eine Katze](bilder/katze.jpg \"Titel\") ![Hund](hund.jpg)");

        assertThat(body.firstPicture()).isEqualTo(new BodyPicture("bilder/katze.jpg", "Eine Katze"));
    }

    @Test
    void hasNoFirstPictureWithoutPictures() {
        assertThat(markdown("Text").firstPicture()).isNull();
    }

    @Test
    void findsPicturesOfRawHtml() {
        assertThat(markdown("<figure><img src='a.png'></figure>").firstPicture())
                .isEqualTo(new BodyPicture("a.png", ""));
    }

    @Test
    void givesNothingForNothing() {
        RenderedBody body = markdown("");

        assertThat(body.html()).isEmpty();
        assertThat(body.text()).isEmpty();
        assertThat(body.contents()).isEmpty();
        assertThat(body.wordCount()).isZero();
        assertThat(body.readingTime()).isZero();
        assertThat(body.summary()).isEqualTo(new Summary("", SummarySource.AUTO, false));
    }
}
