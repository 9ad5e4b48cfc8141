package dev.lede.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lede.document.HugoSite.Page;
import dev.lede.document.place.UrlPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real posts, and what Jekyll makes of them. Skipped where the corpora are absent. */
class JekyllAgreementTest {
    private static List<Page> posts = List.of();

    @BeforeAll
    static void readCorpora() throws IOException {
        Path corpora = HugoSite.corpora().orElse(null);
        assumeTrue(corpora != null, "no shared/corpora in or above the working directory");
        posts = HugoSite.all(corpora, ".jekyll.jsonl").stream()
                .flatMap(site -> site.pages().stream())
                .toList();
    }

    @Test
    void acceptsEveryPost() {
        assertThat(posts).hasSizeGreaterThan(20).allMatch(Page::isRead);
    }

    @Test
    void agreesOnDates() {
        agree(
                post -> at(post.ours().dates().date()),
                post -> Instant.from(
                        OffsetDateTime.parse(post.theirs().path("date").asText())));
    }

    @Test
    void agreesOnSlugs() {
        // Lede: lower case, and "#" becomes "-".
        agree(
                post -> post.ours().place().slug(),
                post -> UrlPath.of(post.theirs().path("slug").asText()));
    }

    @Test
    void agreesOnTerms() {
        for (String taxonomy : List.of("tags", "categories")) {
            agree(
                    post -> post.ours().terms().getOrDefault(taxonomy, List.of()).stream()
                            .map(TermName::name)
                            .toList(),
                    post -> post.texts(taxonomy));
        }
    }

    @Test
    void agreesOnWhatIsNotPublished() {
        agree(post -> post.ours().draft(), post -> isHidden(post.theirs()));
    }

    @Test
    void agreesOnAuthors() {
        agree(
                post -> post.ours().metadata().authors(),
                post -> post.theirs().path("author").isNull()
                        ? List.of()
                        : List.of(post.theirs().path("author").asText()));
    }

    private static boolean isHidden(JsonNode post) {
        return post.path("draft").asBoolean()
                || (post.path("published").isBoolean()
                        && !post.path("published").asBoolean());
    }

    private static @Nullable Instant at(@Nullable OffsetDateTime date) {
        return date == null ? null : date.toInstant();
    }

    private static void agree(Function<Page, @Nullable Object> ours, Function<Page, @Nullable Object> theirs) {
        List<String> differences = new ArrayList<>();
        for (Page post : posts) {
            String answer = String.valueOf(ours.apply(post));
            String expected = String.valueOf(theirs.apply(post));
            if (!answer.equals(expected)) {
                differences.add(post.name() + ": ours " + answer + ", Jekyll's " + expected);
            }
        }
        assertThat(differences).isEmpty();
    }
}
