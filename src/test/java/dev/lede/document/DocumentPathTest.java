package dev.lede.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a path may be, and whether it is that of a document. */
class DocumentPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a.md",
                "a//b.md",
                "a/",
                "./a.md",
                "a/./b.md",
                "../a.md",
                "a/../b.md",
                "a\nb.md",
                "a\0.md",
                "\ud800.md"
            })
    void refusesPathsThatLeadAstray(String path) {
        assertThatThrownBy(() -> DocumentPath.parse(path))
                .isInstanceOf(IllegalPathException.class)
                .hasMessageStartingWith("a path");
    }

    @Test
    void takesAtMost1024Bytes() {
        assertThat(DocumentPath.parse("中".repeat(341)).value()).hasSize(341);
        assertThatThrownBy(() -> DocumentPath.parse("中".repeat(342))).isInstanceOf(IllegalPathException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.md",
                "b/a.MD",
                "a.markdown",
                "a.mdown",
                "a.html",
                "a.htm",
                "_index.md",
                "a.b.md",
                "x y.md",
                ".hidden/a.md"
            })
    void takesMarkdownAndHtmlForDocuments(String path) {
        assertThat(DocumentPath.parse(path).isContent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a", "md", ".md", ".a.md", "#a.md", "a.md~", "a.txt", "a.md.bak", "b/.a.md"})
    void takesAllElseForAssets(String path) {
        assertThat(DocumentPath.parse(path).isContent()).isFalse();
    }

    @Test
    void hasOneIdForBothWaysToWriteAnAccent() {
        assertThat(DocumentPath.parse("cafe\u0301.md").id())
                .isEqualTo(DocumentPath.parse("caf\u00e9.md").id());
        assertThat(DocumentPath.parse("a.md").id())
                .isNotEqualTo(DocumentPath.parse("b.md").id());
        assertThat(DocumentPath.parse("a.md").id().version()).isEqualTo(5);
        assertThat(DocumentPath.parse("a.md").id().variant()).isEqualTo(2);
    }

    @Test
    void encodesWhatAUrlCannotHold() {
        assertThat(DocumentPath.parse("a b/#中?.md").encoded()).isEqualTo("a%20b/%23%E4%B8%AD%3F.md");
    }
}
