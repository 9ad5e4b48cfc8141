package dev.lede.document;

import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.finding;
import static dev.lede.document.Readings.findings;
import static dev.lede.document.Readings.refusal;
import static dev.lede.document.Readings.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys Lede knows, which are params, and which look misspelt. */
class KnownKeysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "linkTitle",
                "date",
                "publishDate",
                "pubdate",
                "published",
                "lastmod",
                "modified",
                "expiryDate",
                "unpublishdate",
                "draft",
                "slug",
                "url",
                "permalink",
                "aliases",
                "lang",
                "language",
                "translationKey",
                "weight",
                "summary",
                "excerpt",
                "excerpt_separator",
                "tags",
                "categories",
                "description",
                "keywords",
                "author",
                "authors",
                "resources",
                "markup",
                "cascade",
                "build",
                "outputs",
                "headless"
            })
    void keepsWhatItKnowsOutOfParams(String key) {
        assertThat(yaml(key + ":").params()).isEmpty();
        assertThat(yaml(key.toUpperCase(Locale.ROOT) + ":").params()).isEmpty();
        assertThat(findings(key + ": ''")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "menu",
                "sidebar",
                "widgets",
                "toc",
                "mathjax",
                "comments",
                "pager",
                "authorbox",
                "lead",
                "layout",
                "type",
                "translations",
                "thumbnail",
                "cover",
                "image",
                "images",
                "header",
                "banner",
                "series",
                "math",
                "featured",
                "subtitle",
                "hidden",
                "pinned",
                "robots",
                "id",
                "order",
                "parent",
                "nav_order",
                "has_children",
                "data",
                "style",
                "link",
                "links",
                "icon",
                "version",
                "license",
                "source",
                "draftNote",
                "showDate",
                "publisher",
                "updated",
                "create",
                "created",
                "page",
                "pages",
                "place",
                "text",
                "lists",
                "list",
                "show",
                "class",
                "height",
                "width",
                "languages",
                "sources",
                "output",
                "tile",
                "tiles",
                "craft",
                "listTitle",
                "lng",
                "lat",
                "lag",
                "plug",
                "rate",
                "gate",
                "late",
                "stage",
                "dates",
                "urls",
                "curl",
                "land",
                "band",
                "flag",
                "tabs",
                "tag_line",
                "event",
                "location",
                "speakers",
                "role",
                "ShowToc",
                "TocOpen",
                "hidemeta",
                "canonicalURL",
                "editPost",
                "searchHidden",
                "lightgallery",
                "rssFullText",
                "featuredImagePreview",
                "linkToMarkdown",
                "hiddenFromHomePage",
                "simple_list",
                "manualLink",
                "toc_hide",
                "hide_summary",
                "github_url",
                "body_class",
                "reviewers",
                "approvers",
                "content_type",
                "min-kubernetes-server-version",
                "feature",
                "full_link",
                "short_description",
                "aka",
                "case_study_styles",
                "heading_background",
                "redirect_from",
                "grand_parent",
                "has_toc",
                "search_exclude",
                "last_modified_at",
                "author_profile",
                "read_time",
                "classes",
                "sitemap",
                "priority",
                "ref",
                "cover-img",
                "share-img",
                "gh-repo",
                "usemathjax",
                "external",
                "rating",
                "duration",
                "state",
                "status",
                "level",
                "sort",
                "note",
                "caption",
                "credit",
                "checksum",
                "noindex",
                "private",
                "password",
                "sticky",
                "top"
            })
    void putsKeysOfThemesIntoParamsWithoutAWord(String key) {
        assertThat(yaml(key + ": x").params()).isEqualTo(Map.of(key, "x"));
        assertThat(findings(key + ": x")).isEmpty();
    }

    @Test
    void keepsTheTypesOfParams() {
        assertThat(yaml(
                                "toc: false",
                                "pager: true",
                                "n: 3",
                                "f: 0.5",
                                "none:",
                                "empty: ''",
                                "list: [a, 1]",
                                "map: {a: {b: null}}")
                        .params())
                .containsEntry("toc", false)
                .containsEntry("pager", true)
                .containsEntry("n", 3L)
                .containsEntry("f", 0.5)
                .containsEntry("none", null)
                .containsEntry("empty", "")
                .containsEntry("list", Arrays.asList("a", 1L))
                .extractingByKey("map")
                .asString()
                .isEqualTo("{a={b=null}}");
    }

    @ParameterizedTest
    @CsvSource({
        "titel, title",
        "tilte, title",
        "descripton, description",
        "desciption, description",
        "publish_date, publishDate",
        "publish-date, publishDate",
        "expirydat, expiryDate",
        "catagories, categories",
        "categroies, categories",
        "keyword, keywords",
        "sumary, summary",
        "transationKey, translationKey",
        "link_title, linkTitle",
        "lastmdo, lastmod",
        "alias, aliases",
        "draftt, draft",
        "permlink, permalink",
        "langauge, language",
        "wieght, weight",
        "daet, date",
        "dtae, date",
        "datee, date",
        "dte, date",
        "titl, title",
        "tilte, title",
        "ttile, title",
        "drat, draft",
        "tgas, tags",
        "tagss, tags",
        "sulg, slug",
        "slg, slug",
        "ulr, url",
        "lnag, lang",
        "sumary, summary"
    })
    void warnsOfKeysThatLookMisspelt(String key, String meant) {
        Finding finding = finding("title: A", key + ": x");
        assertThat(finding.isError()).isFalse();
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.column()).isEqualTo(1);
        assertThat(finding.key()).isEqualTo(key);
        assertThat(finding.hint()).isEqualTo("did you mean " + meant + "?");
        assertThat(yaml(key + ": x").params()).isEqualTo(Map.of(key, "x"));
    }

    @Test
    void doesNotJudgeKeysInsideMaps() {
        assertThat(findings("menu: {main: {titel: x}}", "params: {titel: x}")).isEmpty();
    }

    @Test
    void takesATitleOf2000CharactersAndNoMore() {
        String title = "😀".repeat(2_000);
        assertThat(yaml("title: " + title).metadata().title()).isEqualTo(title);
        Finding finding = refusal(fenced("weight: 1", "title: " + title + "x"));
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.key()).isEqualTo("title");
        assertThat(finding.detail()).contains("2,000 characters");
        assertThat(finding.value()).hasSizeLessThan(110);
    }

    @Test
    void reportsFindingsInTheOrderOfTheFile() {
        List<Finding> findings = findings("titel: A", "weight: heavy", "tags: a, b", "date: never", "draft: maybe");
        assertThat(findings).extracting(Finding::line).containsExactly(2, 3, 4, 5, 6);
    }
}
