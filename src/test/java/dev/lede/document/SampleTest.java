package dev.lede.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** News articles as a crawler writes them, the first kind of document that Lede was made for. Skipped where they are absent. */
class SampleTest {

    @Test
    void readsANewsArticle() throws IOException {
        Path file = shared("samples/openai-chip.md");
        Reading reading = Readings.reading(
                "content/zh-CN/news/qq/20250211A07QBS00.zh-CN.md", Files.readAllBytes(file), DocumentSettings.DEFAULT);
        assertThat(reading.findings()).isEmpty();
        Document article = reading.document().orElseThrow();
        assertThat(article.metadata().title()).startsWith("传OpenAI自研AI芯片").endsWith("意在摆脱英伟达依赖");
        assertThat(article.metadata().summary()).startsWith("当地时间 2 月 10 日");
        assertThat(article.place())
                .isEqualTo(new Place(Place.Kind.PAGE, "news", "20250211a07qbs00", "/zh-cn/news/qq/20250211a07qbs00/"));
        assertThat(article.language()).isEqualTo("zh-CN");
        assertThat(article.dates().date()).isEqualTo("2025-02-11T19:20:18Z");
        assertThat(article.dates().publishDate()).isEqualTo("2025-02-11T19:20:18Z");
        assertThat(article.draft()).isFalse();
        assertThat(article.terms())
                .containsEntry("tags", List.of(new TermName("qq", "qq")))
                .containsEntry("categories", List.of(new TermName("qq", "qq")));
        assertThat(article.thumbnail())
                .isEqualTo(new PictureReference(
                        "https://inews.gtimg.com/om_ls/OrzTZHH0lZNCP_X4ccLH-NHTsBlV4vsENMBGM2GWk_f1UAA_640360/0",
                        null,
                        null));
        assertThat(article.body()).startsWith("\n当地时间 2 月 10 日");
        assertParams(article);
    }

    private static void assertParams(Document article) {
        assertThat(article.params())
                .containsEntry("translations", List.of("zh-CN"))
                .containsEntry("menu", "")
                .containsEntry("lead", "")
                .containsEntry("comments", false)
                .containsEntry("authorbox", false)
                .containsEntry("pager", true)
                .containsEntry("toc", false)
                .containsEntry("mathjax", false)
                .containsEntry("sidebar", "right")
                .containsEntry("widgets", List.of("search", "recent", "taglist"))
                .containsKey("thumbnail")
                .hasSize(11);
    }

    @Test
    void readsMoreOfTheSameShape() throws IOException {
        Path root = shared("corpora/seedshape");
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(path -> path.toString().endsWith(".md")).toList();
        }
        assertThat(files).hasSize(10);
        for (Path file : files) {
            DocumentPath path = DocumentPath.parse(root.relativize(file).toString());
            Reading reading = Readings.reading(path.value(), Files.readAllBytes(file), DocumentSettings.DEFAULT);
            assertThat(reading.findings()).as(path.value()).isEmpty();
            Document article = reading.document().orElseThrow();
            // content/<language>/news/<source>/<name>.<language>.md
            String folder = path.value().split("/", -1)[1];
            assertThat(article.language()).isEqualTo(folder);
            assertThat(article.place().section()).isEqualTo("news");
            assertThat(article.place().url())
                    .doesNotContain("." + folder)
                    .startsWith(folder.equals("en") ? "/news/" : "/" + folder.toLowerCase(Locale.ROOT) + "/news/");
            assertThat(article.terms().get("tags")).isNotEmpty();
        }
    }

    private static Path shared(String name) {
        Optional<Path> found =
                HugoSite.corpora().map(corpora -> corpora.resolveSibling("").resolve(name));
        assumeTrue(found.filter(Files::exists).isPresent(), "no shared/" + name + " above the working directory");
        return found.orElseThrow();
    }
}
