package dev.lede.document;

import static dev.lede.document.Readings.document;
import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.finding;
import static dev.lede.document.Readings.findings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of a document, its folder, and what it is a translation of. */
class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "posts/a.md, en, /posts/a/",
        "posts/a.zh-cn.md, zh-CN, /zh-cn/posts/a/",
        "posts/a.zh_cn.md, zh-CN, /zh-cn/posts/a/",
        "posts/a.ZH-CN.md, zh-CN, /zh-cn/posts/a/",
        "posts/a.zh-hans.md, zh-Hans, /zh-hans/posts/a/",
        "posts/a.pt-br.md, pt-BR, /pt-br/posts/a/",
        "posts/a.en.md, en, /posts/a/",
        "posts/a/index.fr.md, fr, /fr/posts/a/",
        "posts/_index.de.md, de, /de/posts/",
        "posts/d4.5.md, en, /posts/d4.5/",
        "posts/v1.0.md, en, /posts/v1.0/",
        "posts/node.js.md, en, /posts/node.js/",
        "posts/a.english.md, en, /posts/a.english/",
        "posts/a.xx.md, en, /posts/a.xx/",
        "fr/posts/a.md, en, /fr/posts/a/",
        "fr/posts/a.fr.md, fr, /fr/posts/a/",
        "content/zh-CN/news/a.zh-cn.md, zh-CN, /zh-cn/news/a/",
        "zh/news/a.zh-cn.md, zh-CN, /zh-cn/zh/news/a/"
    })
    void followsFromThePath(String path, String language, String url) {
        Document document = document(path, "");
        assertThat(document.language()).isEqualTo(language);
        assertThat(document.place().url()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh-CN",
        "zh_cn, zh-CN",
        "ZH-hans, zh-Hans",
        "'[\"zh-CN\"]', zh-CN",
        "'[fr, de]', fr",
        "pt-BR, pt-BR",
        "' \"ja\" ', ja",
        "'', en",
        "[], en",
        "sr-latn-rs, sr-Latn-RS"
    })
    void isWrittenCanonically(String written, String language) {
        for (String key : List.of("lang", "language", "Lang")) {
            assertThat(document("a.md", fenced(key + ": " + written)).language())
                    .isEqualTo(language);
        }
    }

    @Test
    void prefersTheKeyToTheNameAndTheNameToTheFolder() {
        assertThat(document("a.de.md", fenced("lang: fr")).language()).isEqualTo("fr");
        assertThat(document("a.de.md", fenced("lang: fr")).place().url()).isEqualTo("/fr/a/");
        assertThat(document("es/a.de.md", "", listing("es")).language()).isEqualTo("de");
        assertThat(document("es/a.md", "", listing("es")).language()).isEqualTo("es");
    }

    @Test
    void dropsTheFolderThatItsLanguageNames() {
        Place place =
                document("content/zh-CN/news/qq/a.md", fenced("lang: [zh-CN]")).place();
        assertThat(place.section()).isEqualTo("news");
        assertThat(place.url()).isEqualTo("/zh-cn/news/qq/a/");
        assertThat(document("content/en/news/a.md", fenced("lang: en")).place().url())
                .isEqualTo("/news/a/");
        assertThat(document("content/news/en/a.md", fenced("lang: en")).place().url())
                .isEqualTo("/news/en/a/");
    }

    @Test
    void dropsTheFoldersThatAreListed() {
        Document document = document("content/ZH_cn/posts/a.md", "", listing("zh-CN", "en"));
        assertThat(document.language()).isEqualTo("zh-CN");
        assertThat(document.place()).isEqualTo(new Place(Place.Kind.PAGE, "posts", "a", "/zh-cn/posts/a/"));
        assertThat(document("content/en/_index.md", "", listing("en")).place())
                .isEqualTo(new Place(Place.Kind.SECTION, "", "_index", "/"));
        assertThat(document("content/fr/a.md", "", listing("en")).place().section())
                .isEqualTo("fr");
    }

    @Test
    void writesNoLanguageIntoUrlsOfTheDefaultOne() {
        DocumentSettings base = DocumentSettings.DEFAULT;
        DocumentSettings chinese = new DocumentSettings(
                "zh-cn",
                base.timeZone(),
                Map.of(),
                List.of(),
                "content",
                base.taxonomies(),
                false,
                true,
                base.thumbnailKeys(),
                base.summaryKeys());
        assertThat(document("a.md", "", chinese).language()).isEqualTo("zh-CN");
        assertThat(document("a.md", "", chinese).place().url()).isEqualTo("/a/");
        assertThat(document("a.zh-CN.md", "", chinese).place().url()).isEqualTo("/a/");
        assertThat(document("a.en.md", "", chinese).place().url()).isEqualTo("/en/a/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "qqq", "xx-CN"})
    void warnsOfALanguageThatIsNotKnown(String written) {
        Finding finding = finding("title: A", "lang: " + written);
        assertThat(finding.isError()).isFalse();
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.column()).isEqualTo(7);
        assertThat(finding.value()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"English (US)", "中文", "a", "zh-CN-zh-CN-zh-CN-zh-CN-zh-CN-zh-CN-zh-CN"})
    void ignoresWhatIsNoLanguageTagWithAWarning(String written) {
        assertThat(document("posts/a.de.md", fenced("lang: " + written)).language())
                .isEqualTo("de");
        assertThat(finding("lang: " + written).isError()).isFalse();
    }

    @Test
    void doesNotWarnOfLanguagesThatAreKnown() {
        assertThat(findings("lang: zh-CN")).isEmpty();
        assertThat(findings("lang: yue-Hant-HK")).isEmpty();
    }

    @Test
    void takesDocumentsOfOnePathForTranslations() {
        String key = document("content/posts/a.md", "").translationKey();
        assertThat(document("content/posts/a.fr.md", "").translationKey()).isEqualTo(key);
        assertThat(document("content/fr/posts/a.fr.md", "").translationKey()).isEqualTo(key);
        assertThat(document("content/fr/posts/a.md", "", listing("fr")).translationKey())
                .isEqualTo(key);
        assertThat(document("posts/a.fr.md", "").translationKey()).isEqualTo(key);
        assertThat(document("content/posts/b.md", "").translationKey()).isNotEqualTo(key);
        assertThat(document("content/pages/a.md", "").translationKey()).isNotEqualTo(key);
    }

    @Test
    void tellsASectionFromABundle() {
        assertThat(document("posts/_index.md", "").translationKey())
                .isNotEqualTo(document("posts/index.md", "").translationKey());
        assertThat(document("posts/a/index.fr.md", "").translationKey())
                .isEqualTo(document("posts/a/index.md", "").translationKey());
    }

    @Test
    void takesDocumentsOfOneKeyForTranslations() {
        assertThat(document("posts/a.md", fenced("translationKey: x")).translationKey())
                .isEqualTo("x");
        assertThat(document("posts/b.fr.md", fenced("translationkey: x")).translationKey())
                .isEqualTo("x");
        assertThat(document("posts/b.md", fenced("translationKey: ''")).translationKey())
                .isEqualTo(document("posts/b.md", "").translationKey());
    }

    private static DocumentSettings listing(String... folders) {
        DocumentSettings base = DocumentSettings.DEFAULT;
        return new DocumentSettings(
                base.defaultLanguage(),
                base.timeZone(),
                Map.of(),
                List.of(folders),
                "content",
                base.taxonomies(),
                false,
                true,
                base.thumbnailKeys(),
                base.summaryKeys());
    }
}
