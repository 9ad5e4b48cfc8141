package dev.lede.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lede.document.HugoSite.Page;
import dev.lede.document.place.UrlPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real documents, and what Hugo makes of them: at least 99.5 % of every field. What is left out is what Lede reads otherwise
 * on purpose, and it is left out by rule, each with its reason. Skipped where the corpora are absent.
 */
class HugoAgreementTest {
    private static List<HugoSite> sites = List.of();

    @BeforeAll
    static void readCorpora() throws IOException {
        Path corpora = HugoSite.corpora().orElse(null);
        assumeTrue(corpora != null, "no shared/corpora in or above the working directory");
        sites = HugoSite.all(corpora, ".jsonl");
    }

    @Test
    void acceptsWhatHugoAccepts() {
        List<String> refused = pages().stream()
                .filter(page -> !page.isRead() && !isRefusedOnPurpose(page.reading()))
                .map(page -> page.name() + ": " + page.reading().findings())
                .toList();
        assertThat(refused).isEmpty();
    }

    @Test
    void refusesWhatHugoRefusesAsNoFrontMatter() throws IOException {
        List<HugoSite> rejected = HugoSite.all(HugoSite.corpora().orElseThrow(), ".rejects.jsonl");
        List<String> accepted = rejected.stream()
                .flatMap(site -> site.pages().stream())
                .filter(page -> page.theirs().path("message").asText().contains("failed to unmarshal"))
                .filter(Page::isRead)
                .map(Page::name)
                .toList();
        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description"})
    void agreesOnText(String field) {
        // Hugo makes up the title of a section without one.
        agree(
                page -> page.isPage() || page.writes("title"),
                page -> Map.of(
                                "title",
                                text(page.ours().metadata().title()),
                                "description",
                                text(page.ours().metadata().description()))
                        .get(field),
                page -> page.theirs().path(field).asText().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "publishDate", "lastmod", "expiryDate"})
    void agreesOnDates(String field) {
        // The dates of a section without any are those of its pages in Hugo. A name's date fills no other there.
        agree(
                page -> (page.isPage() || page.writes("date"))
                        && (!page.isJekyll() || page.writes(field.toLowerCase(Locale.ROOT))),
                page -> ours(page.ours().dates(), field),
                page -> {
                    String date = page.theirs().path(field).asText();
                    return date.isEmpty() ? null : OffsetDateTime.parse(date).toInstant();
                });
    }

    @Test
    void agreesOnDrafts() {
        // Lede: "yes" in quotes is a draft too.
        agree(
                page -> !page.ours().draft()
                        || page.theirs().path("draft").asBoolean()
                        || !page.theirs().at("/params/draft").isTextual(),
                page -> page.ours().draft(),
                page -> page.theirs().path("draft").asBoolean());
    }

    @Test
    void agreesOnKinds() {
        agree(page -> true, page -> page.ours().place().kind() == Place.Kind.PAGE, Page::isPage);
    }

    @Test
    void agreesOnSections() {
        // Lede drops _posts from the path, as Jekyll does; Hugo knows no language folder that its settings do not name.
        agree(
                page -> !page.isJekyll() && !page.writes("lang"),
                page -> page.ours().place().section(),
                page -> page.theirs().path("section").asText());
    }

    @Test
    void agreesOnLanguages() {
        // Lede reads lang; Hugo does not.
        agree(
                page -> !page.writes("lang"),
                page -> page.ours().language().toLowerCase(Locale.ROOT),
                page -> page.theirs().path("lang").asText());
    }

    @Test
    void agreesOnUrls() {
        agree(HugoAgreementTest::hasHugosUrl, page -> page.ours().place().url(), Page::link);
    }

    @Test
    void agreesOnSlugs() {
        agree(
                page -> hasHugosUrl(page) && !page.writes("url"),
                page -> UrlPath.encode(page.ours().place().slug()),
                page -> page.link().replaceAll(".*/([^/]+)/$", "$1"));
    }

    @Test
    void agreesOnWeights() {
        agree(
                page -> true,
                page -> page.ours().metadata().weight(),
                page -> page.theirs().path("weight").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "categories"})
    void agreesOnTerms(String taxonomy) {
        // Jekyll splits text at white space. Hugo leaves "#" in a url, where Lede encodes it.
        agree(
                page -> !page.isJekyll(),
                page -> page.ours().terms().getOrDefault(taxonomy, List.of()).stream()
                        .map(TermName::slug)
                        .map(UrlPath::encode)
                        .toList(),
                page -> page.links(taxonomy).stream()
                        .map(term -> term.replace("#", "%23"))
                        .toList());
    }

    @Test
    void agreesOnAliases() {
        agree(page -> true, page -> page.ours().metadata().aliases(), page -> page.texts("aliases"));
    }

    @Test
    void agreesOnKeywords() {
        agree(page -> true, page -> page.ours().metadata().keywords(), page -> page.texts("keywords"));
    }

    @Test
    void agreesOnParams() {
        // Jekyll's singular keys are terms below _posts. A cascade is for Hugo's templates.
        agree(page -> true, HugoParams::ours, page -> HugoParams.theirs(page, site(page)));
    }

    @Test
    void agreesOnTranslations() {
        List<String> differences = new ArrayList<>();
        for (HugoSite site : sites) {
            Map<String, Set<String>> theirs = groups(site, HugoAgreementTest::theirKey);
            Map<String, Set<String>> ours =
                    groups(site, page -> page.isRead() ? page.ours().translationKey() : theirKey(page));
            theirs.values().stream()
                    .filter(group -> !ours.containsValue(group))
                    .forEach(group -> differences.add(site.name() + group));
        }
        assertThat(differences).isEmpty();
    }

    private static String theirKey(Page page) {
        return page.theirs().path("translationKey").asText();
    }

    private static Map<String, Set<String>> groups(HugoSite site, Function<Page, String> key) {
        return site.pages().stream()
                .filter(page -> page.isSpelledAsConfigured() && !page.writes("lang"))
                .collect(Collectors.groupingBy(
                        key, Collectors.mapping(Page::name, Collectors.toCollection(TreeSet::new))));
    }

    // The home page's link is that of the list of answers; permalink is Jekyll's; the rest as for languages and
    // sections.
    private static boolean hasHugosUrl(Page page) {
        return !page.theirs().path("kind").asText().equals("home")
                && !page.isJekyll()
                && !page.writes("lang")
                && !page.writes("permalink")
                && page.isSpelledAsConfigured();
    }

    // Dates that nobody can read, UTF-16, and HTML without front matter.
    private static boolean isRefusedOnPurpose(Reading reading) {
        return reading.findings().stream()
                .filter(Finding::isError)
                .allMatch(error -> error.detail().contains("date")
                        || error.detail().contains("UTF-16")
                        || error.detail().contains("is an asset"));
    }

    private static @Nullable Instant ours(Dates dates, String field) {
        OffsetDateTime date = switch (field) {
            case "date" -> dates.date();
            case "publishDate" -> dates.publishDate();
            case "lastmod" -> dates.lastmod();
            default -> dates.expiryDate();
        };
        return date == null ? null : date.toInstant();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<Page> pages() {
        return sites.stream().flatMap(site -> site.pages().stream()).toList();
    }

    private static HugoSite site(Page page) {
        return sites.stream()
                .filter(site -> site.pages().contains(page))
                .findFirst()
                .orElseThrow();
    }

    private static void agree(
            Predicate<Page> selection, Function<Page, @Nullable Object> ours, Function<Page, @Nullable Object> theirs) {
        List<Page> selected =
                pages().stream().filter(Page::isRead).filter(selection).toList();
        List<String> differences = selected.stream()
                .filter(page -> !Objects.equals(ours.apply(page), theirs.apply(page)))
                .map(page -> page.name() + ": ours " + ours.apply(page) + ", Hugo's " + theirs.apply(page))
                .toList();
        assertThat(selected).hasSizeGreaterThan(200);
        assertThat(differences).hasSizeLessThanOrEqualTo(selected.size() / 200);
    }
}
