package dev.lede.markdown.commonmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutolinksTest {

    private final MarkdownHtml markdown = new MarkdownHtml();

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/a_b?c=d#e https://example.org/a_b?c=d#e",
                "http://localhost:8080/x http://localhost:8080/x",
                "www.example.org http://www.example.org",
                "jo.doe@example.org mailto:jo.doe@example.org"
            })
    void linksBareAddresses(String text, String target) {
        assertThat(html(text)).isEqualTo("<p><a href=\"%s\">%s</a></p>\n".formatted(target, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "!", "?", ",", ":", ")", "\".", "。", "，然后", "》"})
    void leavesWhatFollowsOutside(String after) {
        assertThat(html("https://example.org/a" + after)).contains("<a href=\"https://example.org/a\">");
    }

    @Test
    void keepsPairedParentheses() {
        assertThat(html("(https://example.org/a_(b))")).contains("href=\"https://example.org/a_(b)\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.", "见", "（", "*"})
    void linksWhateverStandsBefore(String before) {
        assertThat(html(before + "https://example.org/")).contains(before + "<a href=\"https://example.org/\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript://example.org", "xhttps://example.org", "www.", "a@b", "@example.org"})
    void leavesOtherTextAlone(String text) {
        assertThat(html(text)).doesNotContain("<a");
    }

    @Test
    void leavesLinksAndCodeAlone() {
        assertThat(html("[see https://a.example](https://b.example) `https://c.example`"))
                .isEqualTo(
                        "<p><a href=\"https://b.example\">see https://a.example</a> <code>https://c.example</code></p>\n");
    }

    @Test
    void separatesAPictureFromTheAddressAfterIt() {
        assertThat(html("![](a.png)https://example.org/![](b.png)"))
                .contains("<img src=\"a.png\" alt=\"\" /><a href=\"https://example.org/\">");
    }

    private String html(String source) {
        return markdown.of(source).text();
    }
}
