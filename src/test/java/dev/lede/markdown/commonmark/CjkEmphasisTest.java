package dev.lede.markdown.commonmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CjkEmphasisTest {

    private final MarkdownHtml markdown = new MarkdownHtml();

    @ParameterizedTest
    @CsvSource({
        "**中文。**后面, <strong>中文。</strong>后面",
        "前面**（中文）**后面, 前面<strong>（中文）</strong>后面",
        "前面*“中文”*后面, 前面<em>“中文”</em>后面",
        "これは**「強調」**です, これは<strong>「強調」</strong>です",
        "이것은**「강조」**입니다, 이것은<strong>「강조」</strong>입니다",
        "~~旧的。~~新的, <del>旧的。</del>新的",
        "**中文**后面, <strong>中文</strong>后面"
    })
    void emphasisesBesideCjkPunctuation(String markdown, String expected) {
        assertThat(html(markdown)).isEqualTo("<p>" + expected + "</p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a**\"b\"**c", "2 * 3 * 4", "snake_case_name", "**中文。** 后面", "*foo(*"})
    void leavesEverythingElseToCommonMark(String markdown) {
        String plain =
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));

        assertThat(html(markdown)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"中文。*", "[a](http://example.org/。**b)", "\\*（中文）\\*"})
    void leavesNoTrace(String markdown) {
        assertThat(html(markdown)).doesNotContain("\uFDD0");
    }

    private String html(String source) {
        return markdown.of(source).text();
    }
}
