package dev.lede.document;

import static dev.lede.document.Readings.document;
import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.reading;
import static dev.lede.document.Readings.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kind, section, slug and url of a document, from its path and its keys. */
class PlacesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "content/a.md, PAGE, '', a, /a/",
                "a.md, PAGE, '', a, /a/",
                "content/posts/a.md, PAGE, posts, a, /posts/a/",
                "content/posts/deep/er/a.md, PAGE, posts, a, /posts/deep/er/a/",
                "content/posts/My Post.md, PAGE, posts, my-post, /posts/my-post/",
                "content/Posts/A.B.C.md, PAGE, Posts, a.b.c, /posts/a.b.c/",
                "content/posts/a/index.md, PAGE, posts, a, /posts/a/",
                "content/a/index.md, PAGE, '', a, /a/",
                "content/a/index.zh-CN.md, PAGE, '', a, /zh-cn/a/",
                "content/index.md, PAGE, '', index, /",
                "content/posts/Index.md, PAGE, posts, index, /posts/index/",
                "content/posts/_Index.md, PAGE, posts, _index, /posts/_index/",
                "content/_index.md, SECTION, '', _index, /",
                "content/posts/_index.md, SECTION, posts, posts, /posts/",
                "content/posts/My Deep/_index.md, SECTION, posts, my-deep, /posts/my-deep/",
                "content/_index.zh-CN.md, SECTION, '', _index, /zh-cn/",
                "content/posts/a.html, PAGE, posts, a, /posts/a/",
                "content/content/a.md, PAGE, content, a, /content/a/",
                "contents/a.md, PAGE, contents, a, /contents/a/",
                "content/新闻/中文 标题.md, PAGE, 新闻, 中文-标题, /%E6%96%B0%E9%97%BB/%E4%B8%AD%E6%96%87-%E6%A0%87%E9%A2%98/",
                "content/c#/a.md, PAGE, c#, a, /c%23/a/",
                "content/a#b.md, PAGE, '', a-b, /a-b/",
                "content/r&d/what?.md, PAGE, r&d, what, /rd/what/",
                "content/Café.md, PAGE, '', café, /caf%C3%A9/",
                "content/posts/C'est quoi ?.md, PAGE, posts, cest-quoi-, /posts/cest-quoi-/",
                "content/R !/a.md, PAGE, R !, a, /r-/a/",
                "content/posts/%e4%b8%ad%E6%96%87.md, PAGE, posts, 中文, /posts/%e4%b8%ad%e6%96%87/",
                "content/%E4%B8%AD/a%20b.md, PAGE, %E4%B8%AD, a-b, /%e4%b8%ad/a%20b/",
                "content/%e4%b8%ad文/a.md, PAGE, %e4%b8%ad文, a, /%E4%B8%AD%E6%96%87/a/",
                "content/a%2fb%2E%23.md, PAGE, '', a-b.-, /a-b.-/",
                "content/posts/100%.md, PAGE, posts, 100, /posts/100/",
                "content/a+b@c~d_e.md, PAGE, '', a+b@c~d_e, /a+b@c~d_e/"
            })
    void followsFromThePath(String path, Place.Kind kind, String section, String slug, String url) {
        assertThat(document(path, "---\ntitle: A\n---\n").place()).isEqualTo(new Place(kind, section, slug, url));
    }

    @Test
    void makesOneSlugOfBothWaysToWriteAnAccent() {
        assertThat(document("cafe\u0301.md", "").place())
                .isEqualTo(document("caf\u00e9.md", "").place());
    }

    @Test
    void refusesAUrlThatIsTooLongToBeLookedUp() {
        // Percent-encoded or not, what counts is the text: 2,000 bytes with its slashes.
        assertThat(document("a.md", fenced("url: /" + "中".repeat(666) + "/"))
                        .place()
                        .url())
                .hasSize(2 + 666 * 9);
        for (String key : List.of("url", "permalink")) {
            Finding finding = refusal(fenced("title: A", key + ": /" + "中".repeat(667) + "/"));
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.key()).isEqualTo(key);
            assertThat(finding.detail()).contains("2,000 bytes");
        }
        assertThat(refusal(fenced("url: /" + "%E4%B8%AD".repeat(667))).detail()).contains("2,000 bytes");
        // The letter that grows most when it becomes a small one.
        assertThat(document(("Ⱥ".repeat(100) + "/").repeat(4) + "Ⱥ".repeat(85) + ".md", "---\ntitle: A\n---\n"))
                .isNotNull();
    }

    @Test
    void keepsThePathAsItCame() {
        assertThat(document("content/Posts/A b.md", "").path().value()).isEqualTo("content/Posts/A b.md");
    }

    @ParameterizedTest
    @CsvSource({
        "My Slug Here, my-slug-here, /posts/my-slug-here/",
        "Café Zürich, café-zürich, /posts/caf%C3%A9-z%C3%BCrich/",
        "中文 标题, 中文-标题, /posts/%E4%B8%AD%E6%96%87-%E6%A0%87%E9%A2%98/",
        "a/b\\c, a-b-c, /posts/a-b-c/",
        "'\"c#\"', c-, /posts/c-/",
        "2024, 2024, /posts/2024/",
        "'\"?!\"', base-name, /posts/base-name/",
        "'\"..\"', base-name, /posts/base-name/",
        "'', base-name, /posts/base-name/",
        "'\"a.b_c+d~e@f\"', a.b_c+d~e@f, /posts/a.b_c+d~e@f/",
        "'\" padded \"', padded, /posts/padded/",
        "a - b, a-b, /posts/a-b/",
        "'\"-lead-trail-\"', lead-trail, /posts/lead-trail/",
        "/my-post/, my-post, /posts/my-post/",
        "what ?, what-, /posts/what-/",
        "'\"%e4%b8%ad+%2f50% off\"', 中+-50-off, /posts/%E4%B8%AD+-50-off/",
        "'\"-\"', base-name, /posts/base-name/",
        "日本語　全角, 日本語-全角, /posts/%E6%97%A5%E6%9C%AC%E8%AA%9E-%E5%85%A8%E8%A7%92/"
    })
    void usesTheSlugOfTheFrontMatter(String written, String slug, String url) {
        Place place = document("content/posts/Base Name.md", fenced("slug: " + written))
                .place();
        assertThat(place.slug()).isEqualTo(slug);
        assertThat(place.url()).isEqualTo(url);
    }

    @Test
    void usesTheSlugForABundleToo() {
        assertThat(document("content/posts/a/index.md", fenced("slug: b"))
                        .place()
                        .url())
                .isEqualTo("/posts/b/");
        assertThat(document("content/posts/_index.md", fenced("slug: b"))
                        .place()
                        .url())
                .isEqualTo("/posts/");
    }

    @Test
    void fallsBackToTheIdWhenNoNameIsLeft() {
        Document document = document("content/posts/!!!.md", "");
        assertThat(document.place().slug()).isEqualTo(document.path().id().toString());
        assertThat(document.place().url()).isEqualTo("/posts/" + document.path().id() + "/");
    }

    @ParameterizedTest
    @CsvSource({
        "/about/, /about/",
        "/about, /about/",
        "about/us/, /about/us/",
        "about, /about/",
        "/About/Us.html, /About/Us.html",
        "/v1.0/x, /v1.0/x",
        "'\"/a b/\"', /a%20b/",
        "/a%20b/, /a%20b/",
        "/中文/, /%E4%B8%AD%E6%96%87/",
        "'\"/what?/\"', /what%3F/",
        "'\"/c#/\"', /c%23/",
        "/a(b)!'c*/, /a(b)!'c*/",
        "/中(b)/, /%E4%B8%AD%28b%29/",
        "/docs//a/./b/, /docs/a/b/",
        "/%e4%b8%ad/, /%e4%b8%ad/",
        "/%e4%b8%ad文/, /%E4%B8%AD%E6%96%87/",
        "/, /"
    })
    void usesTheUrlAsWritten(String written, String url) {
        Place place = document("content/posts/a.md", fenced("url: " + written)).place();
        assertThat(place.url()).isEqualTo(url);
        assertThat(place.slug()).isEqualTo("a");
        assertThat(place.section()).isEqualTo("posts");
    }

    /** As Hugo 0.111 answers for {@code _index.md}. */
    @ParameterizedTest
    @CsvSource({
        "/X Y/, /x-y/",
        "/a=b/, /ab/",
        "/it's/, /its/",
        "about, /about/",
        "'\"/what?/é/\"', /what/%C3%A9/",
        "/%E4%B8%AD/, /%e4%b8%ad/",
        "'\"/c# é/\"', /c%23-%C3%A9/"
    })
    void makesTheUrlOfASectionSafe(String written, String url) {
        assertThat(document("content/posts/_index.md", fenced("url: " + written))
                        .place()
                        .url())
                .isEqualTo(url);
    }

    @Test
    void leavesTheHomePageWhereItIs() {
        assertThat(document("content/_index.md", fenced("url: /home/")).place().url())
                .isEqualTo("/");
    }

    @Test
    void readsARelativeUrlAgainstTheRootOfTheLanguage() {
        assertThat(document("a.zh-CN.md", fenced("url: about/")).place().url()).isEqualTo("/zh-cn/about/");
        assertThat(document("a.zh-CN.md", fenced("url: /about/")).place().url()).isEqualTo("/about/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a/",
                "http://example.org",
                "HTTPS://example.org/",
                "//example.org/a/",
                "javascript:alert(1)",
                "/a/../b/",
                "../b",
                "/a/%2E%2e/b/"
            })
    void refusesUrlsThatLeadElsewhere(String written) {
        Finding finding = refusal(fenced("title: A", "url: " + written));
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.key()).isEqualTo("url");
        assertThat(finding.value()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/posts/, /docs/posts/",
        "/docs/posts, /docs/posts",
        "/docs/a.html, /docs/a.html",
        "/:categories/:title/, /_docs/a/"
    })
    void usesThePermalinkOfJekyll(String written, String url) {
        assertThat(document("_docs/a.md", fenced("permalink: " + written))
                        .place()
                        .url())
                .isEqualTo(url);
    }

    @Test
    void prefersUrlToPermalinkAndSlug() {
        assertThat(document("a.md", fenced("permalink: /p/", "url: /u/", "slug: s"))
                        .place()
                        .url())
                .isEqualTo("/u/");
    }

    @Test
    void refusesASlugPast255Bytes() {
        assertThat(document("a.md", fenced("slug: " + "中".repeat(85))).place().slug())
                .hasSize(85);
        Finding finding = refusal(fenced("title: A", "slug: " + "中".repeat(86)));
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.key()).isEqualTo("slug");
        assertThat(reading("posts/" + "a".repeat(300) + ".md", "").document()).isEmpty();
    }

    @Test
    void dropsTheContentRootThatIsConfigured() {
        DocumentSettings base = DocumentSettings.DEFAULT;
        DocumentSettings settings = new DocumentSettings(
                base.defaultLanguage(),
                base.timeZone(),
                Map.of(),
                List.of(),
                "site/content/",
                base.taxonomies(),
                false,
                true,
                base.thumbnailKeys(),
                base.summaryKeys());
        assertThat(document("site/content/posts/a.md", "", settings).place().url())
                .isEqualTo("/posts/a/");
        assertThat(document("content/posts/a.md", "", settings).place().url()).isEqualTo("/content/posts/a/");
    }
}
