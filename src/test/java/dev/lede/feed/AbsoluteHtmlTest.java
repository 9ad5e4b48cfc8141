package dev.lede.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.article.media.SiteAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsoluteHtmlTest {

    private static final AbsoluteHtml HTML = new AbsoluteHtml(
            new SiteAddresses("https://site.example/blog", "https://api.example"),
            "https://site.example/blog/posts/here/");

    @ParameterizedTest
    @CsvSource({
        "/posts/there/,https://site.example/blog/posts/there/",
        "/v1/assets/posts/here/a.png,https://api.example/v1/assets/posts/here/a.png",
        "a.png,https://site.example/blog/posts/here/a.png",
        "../there/,https://site.example/blog/posts/there/",
        "#part,https://site.example/blog/posts/here/#part",
        "?page=2,https://site.example/blog/posts/here/?page=2",
        "//cdn.example/a.png,https://cdn.example/a.png",
        "https://other.example/x?a=b,https://other.example/x?a=b",
        "mailto:a@b.example,mailto:a@b.example",
    })
    void makesAddressesWhole(String written, String whole) {
        assertThat(HTML.of("<a href=\"" + written + "\">x</a>")).isEqualTo("<a href=\"" + whole + "\">x</a>");
    }

    @Test
    void makesPicturesWhole() {
        assertThat(HTML.of("<img src=\"/v1/a.png\" srcset=\"/v1/a.png 1x, b.png 2x\"><video poster=\"c.png\"></video>"))
                .isEqualTo("<img src=\"https://api.example/v1/a.png\" srcset=\"https://api.example/v1/a.png 1x,"
                        + " https://site.example/blog/posts/here/b.png 2x\">"
                        + "<video poster=\"https://site.example/blog/posts/here/c.png\"></video>");
    }

    @Test
    void leavesTheRestAsItIs() {
        var html = "<p>1 &lt; 2 &amp; 中文 😀</p>\n<pre><code>a\n  b</code></pre>";
        assertThat(HTML.of(html)).isEqualTo(html);
    }
}
