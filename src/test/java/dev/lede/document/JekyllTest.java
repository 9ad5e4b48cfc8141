package dev.lede.document;

import static dev.lede.document.Readings.document;
import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents below {@code _posts} and {@code _drafts} are read as Jekyll does. */
class JekyllTest {

    @ParameterizedTest
    @CsvSource({
        "_posts/2015-12-27-some-name.md, 2015-12-27T00:00:00Z, some-name, /some-name/",
        "_posts/2017-2-5-no-zeroes.markdown, 2017-02-05T00:00:00Z, no-zeroes, /no-zeroes/",
        "_posts/2015/2015-12-27-deep.md, 2015-12-27T00:00:00Z, deep, /2015/deep/",
        "blog/_posts/2015-12-27-a.b.md, 2015-12-27T00:00:00Z, a.b, /blog/a.b/"
    })
    void readsDateAndSlugOfTheName(String path, String date, String slug, String url) {
        Document document = document(path, fenced("layout: post"));
        assertThat(document.dates().date()).isEqualTo(date);
        assertThat(document.place().slug()).isEqualTo(slug);
        assertThat(document.place().url()).isEqualTo(url);
    }

    @Test
    void takesTheDateOfAKeyFirstAndStillDropsThatOfTheName() {
        Document document = document("_posts/2010-01-16-a.md", fenced("date: 2010-01-10 13:07:09 +0100"));
        assertThat(document.dates().date()).isEqualTo("2010-01-10T13:07:09+01:00");
        assertThat(document.place().slug()).isEqualTo("a");
    }

    @Test
    void prefersTheDateOfTheNameToThatOfAChange() {
        Dates dates = document("_posts/2010-01-16-a.md", fenced("modified: 2020-05-05"))
                .dates();
        assertThat(dates.date()).isEqualTo("2010-01-16T00:00:00Z");
        assertThat(dates.lastmod()).isEqualTo("2020-05-05T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2012-01-02 03:04, 2012-01-02T03:04:00Z",
        "2012-1-2, 2012-01-02T00:00:00Z",
        "2012-01-02 03:04 +0800, 2012-01-02T03:04:00+08:00",
        "2012-01-02  03:04:05, 2012-01-02T03:04:05Z"
    })
    void readsDatesWithoutZerosAndSeconds(String written, String date) {
        assertThat(document("_posts/2010-01-16-a.md", fenced("date: " + written))
                        .dates()
                        .date())
                .isEqualTo(date);
    }

    @Test
    void splitsTextAtWhiteSpaceAndTakesSingularKeysWhole() {
        Document document =
                document("_posts/2010-01-16-a.md", fenced("tags: a  b", "categories: c d", "category: 2013"));
        assertThat(names(document, "tags")).containsExactly("a", "b");
        assertThat(names(document, "categories")).containsExactly("c", "d", "2013");
        assertThat(names(document("_posts/2010-01-16-a.md", fenced("tag: e f")), "tags"))
                .containsExactly("e f");
        assertThat(document.params()).isEmpty();
        assertThat(reading("_posts/2010-01-16-a.md", fenced("tag: a", "category: b"))
                        .findings())
                .isEmpty();
    }

    /** As Jekyll 4.3.1 answers. */
    @Test
    void prefersASingleTagToTags() {
        assertThat(names(document("_posts/2010-01-16-a.md", fenced("tags: [a, b]", "tag: e f")), "tags"))
                .containsExactly("e f");
        assertThat(names(document("_posts/2010-01-16-a.md", fenced("tags: [a, b]", "tag:")), "tags"))
                .containsExactly("a", "b");
    }

    @Test
    void takesListsAsTheyAre() {
        assertThat(names(document("_posts/2010-01-16-a.md", fenced("tags: [a b, c]")), "tags"))
                .containsExactly("a b", "c");
    }

    @Test
    void takesTheFoldersAboveForCategories() {
        Document document = document("movies/horror/_posts/2009-05-21-a.md", fenced("categories: [other, horror]"));
        assertThat(names(document, "categories")).containsExactly("movies", "horror", "other");
        assertThat(names(document("_posts/sub/2009-05-21-a.md", "Body"), "categories"))
                .isEmpty();
    }

    @Test
    void takesDraftsWithoutDates() {
        Document document = document("_drafts/a-draft.md", "Body");
        assertThat(document.draft()).isTrue();
        assertThat(document.dates().date()).isNull();
        assertThat(document.place()).isEqualTo(new Place(Place.Kind.PAGE, "", "a-draft", "/a-draft/"));
    }

    @Test
    void usesAPermalinkUnlessItIsAPattern() {
        assertThat(url("permalink: /my_category/post")).isEqualTo("/my_category/post");
        assertThat(url("permalink: my_category/post")).isEqualTo("/my_category/post");
        assertThat(url("permalink: /:year/:title/")).isEqualTo("/a/");
    }

    @Test
    void readsExcerptAndSeparator() {
        Metadata metadata = document(
                        "_posts/2010-01-16-a.md", fenced("excerpt: Short", "excerpt_separator: <!--cut-->"))
                .metadata();
        assertThat(metadata.summary()).isEqualTo("Short");
        assertThat(metadata.excerptSeparator()).isEqualTo("<!--cut-->");
    }

    @Test
    void leavesOtherKeysInParams() {
        assertThat(document("_posts/2010-01-16-a.md", fenced("layout: post", "published: true"))
                        .params())
                .isEqualTo(Map.of("layout", "post"));
    }

    private static String url(String line) {
        return document("_posts/2010-01-16-a.md", fenced(line)).place().url();
    }

    private static List<String> names(Document document, String taxonomy) {
        return document.terms().getOrDefault(taxonomy, List.of()).stream()
                .map(TermName::name)
                .toList();
    }
}
