package dev.lede.ingest.derive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.document.DocumentPath;
import dev.lede.document.DocumentSettings;
import dev.lede.document.Finding;
import dev.lede.ingest.derive.Derivation.Derived;
import dev.lede.ingest.store.Incoming;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From bytes to an article, and what is told on the way. */
class DerivationTest {

    private static final Derivation DERIVATION =
            Derivations.asConfiguredByDefault(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

    private static Derived derived(String path, String text) {
        return DERIVATION.of(new Incoming(DocumentPath.parse(path), text.getBytes(UTF_8)));
    }

    @Test
    void readsTheKeysOfSummariesThatTheDocumentsReaderKnows() {
        assertThat(Derivations.CONFIG
                        .getConfigMapping(IngestConfig.class)
                        .summary()
                        .keys())
                .isEqualTo(DocumentSettings.DEFAULT.summaryKeys());
    }

    @Test
    void namesThePicturesThatShouldLieInTheBundle() {
        var derived = derived("content/posts/chip/index.md", """
                ---
                title: A
                ---

                See
                  ![die](img/die.png?w=1) and ![die](img/die.png?w=1).

                ![web](https://example.org/a.png) ![root](/b.png) ![data](data:image/png;base64,AAAA)
                """);

        assertThat(derived.findings()).isEmpty();
        assertThat(derived.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.paths())
                    .startsWith("content/posts/chip/img/die.png")
                    .contains("static/img/die.png");
            assertThat(picture.missing())
                    .isEqualTo(new Finding(
                            Finding.Severity.WARNING,
                            "line 6: \"img/die.png?w=1\" is no file of the bundle",
                            6,
                            10,
                            null,
                            "img/die.png?w=1",
                            "put it at content/posts/chip/img/die.png"));
        });
    }

    @Test
    void asksForNoPictureOfABodyOutsideABundle() {
        assertThat(derived("posts/chip.md", "---\ntitle: A\n---\n![die](die.png)\n")
                        .pictures())
                .isEmpty();
    }

    @Test
    void namesTheThumbnailWhenItsPathIsRelative() {
        var derived = derived("posts/chip.md", "---\ntitle: A\ncover: {image: 😀/die.png}\n---\nText.\n");

        assertThat(derived.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.paths()).startsWith("posts/😀/die.png");
            assertThat(picture.missing().detail()).isEqualTo("line 3: \"😀/die.png\" is no file of this site");
            assertThat(picture.missing().column()).isEqualTo(16);
            assertThat(picture.missing().hint()).isEqualTo("put it at posts/😀/die.png");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a.png", "//example.org/a.png", "/img/a.png", "''"})
    void asksForNoThumbnailThatOthersMayServe(String thumbnail) {
        var derived = derived("posts/chip.md", "---\ntitle: A\nthumbnail: " + thumbnail + "\n---\nText.\n");

        assertThat(derived.pictures()).isEmpty();
        assertThat(derived.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"die", "../../../die.png", "javascript:alert(1)", "data:image/png,"})
    void warnsOfAThumbnailThatCanBeNoPicture(String thumbnail) {
        var derived = derived("posts/chip.md", "---\ntitle: A\nthumbnail: " + thumbnail + "\n---\nText.\n");

        assertThat(derived.pictures()).isEmpty();
        assertThat(derived.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.column()).isEqualTo(12);
            assertThat(finding.value()).isEqualTo(thumbnail);
        });
    }

    @Test
    void asksForFiftyPicturesAndNoMore() {
        var body = new StringBuilder("---\ntitle: A\n---\n");
        for (int number = 0; number < 1_000; number++) {
            body.append("![](").append(number).append(".png)\n\n");
        }
        assertThat(derived("posts/a/index.md", body.toString()).pictures()).hasSize(50);
    }

    @Test
    void tellsNothingOfPicturesInADocumentThatIsRefused() {
        var derived = derived("posts/a/index.md", "---\ntitle: A\ndate: never\n---\n![](a.png)\n");

        assertThat(derived.draft()).isEmpty();
        assertThat(derived.pictures()).isEqualTo(List.of());
    }
}
