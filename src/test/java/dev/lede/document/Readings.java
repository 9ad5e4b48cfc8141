package dev.lede.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Short ways to read a document in a test, at noon of 1 June 2025 in UTC. */
final class Readings {
    static final Clock NOON = Clock.fixed(Instant.parse("2025-06-01T12:00:00Z"), ZoneOffset.UTC);

    private Readings() {}

    static Reading reading(String path, byte[] bytes, DocumentSettings settings) {
        return new DocumentReader(settings, NOON).read(DocumentPath.parse(path), bytes);
    }

    static Reading reading(String path, String text) {
        return reading(path, text.getBytes(UTF_8), DocumentSettings.DEFAULT);
    }

    /** The document of a text that must have no error. */
    static Document document(String path, String text) {
        return document(path, text, DocumentSettings.DEFAULT);
    }

    static Document document(String path, String text, DocumentSettings settings) {
        Reading reading = reading(path, text.getBytes(UTF_8), settings);
        assertThat(reading.findings()).noneMatch(Finding::isError);
        return reading.document().orElseThrow();
    }

    /** The document with these lines of YAML above it, somewhere in a site. */
    static Document yaml(String... lines) {
        return document("posts/some.md", fenced(lines));
    }

    /** What is found about a document with these lines of YAML above it. */
    static List<Finding> findings(String... lines) {
        return reading("posts/some.md", fenced(lines)).findings();
    }

    /** The only finding about a document with these lines of YAML above it. */
    static Finding finding(String... lines) {
        List<Finding> findings = findings(lines);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    /** The only finding, an error, about a text. */
    static Finding refusal(String text) {
        return refusal(text.getBytes(UTF_8));
    }

    static Finding refusal(byte[] bytes) {
        Reading reading = reading("posts/some.md", bytes, DocumentSettings.DEFAULT);
        assertThat(reading.document()).isEmpty();
        List<Finding> errors =
                reading.findings().stream().filter(Finding::isError).toList();
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    static String fenced(String... lines) {
        return "---\n" + String.join("\n", lines) + "\n---\nBody.\n";
    }

    /** The default settings in another time zone. */
    static DocumentSettings in(String zone, Map<String, ZoneId> languageZones) {
        DocumentSettings base = DocumentSettings.DEFAULT;
        return new DocumentSettings(
                base.defaultLanguage(),
                ZoneId.of(zone),
                languageZones,
                base.languageFolders(),
                base.contentRoot(),
                base.taxonomies(),
                base.splitTermsAtComma(),
                base.datesFromFileNames(),
                base.thumbnailKeys(),
                base.summaryKeys());
    }
}
