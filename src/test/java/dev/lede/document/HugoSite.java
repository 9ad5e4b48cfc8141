package dev.lede.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One real site: its documents, what another generator answers for each, and what we make of them. */
record HugoSite(String name, List<Page> pages) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    /** A document, the answer of the other generator, and our reading. */
    record Page(String name, JsonNode theirs, Reading reading, HugoSettings settings) {
        Document ours() {
            return reading.document().orElseThrow();
        }

        boolean isRead() {
            return reading.document().isPresent();
        }

        boolean isPage() {
            return theirs.path("kind").asText().equals("page");
        }

        /** Whether the author wrote a key, lower case. */
        boolean writes(String key) {
            return theirs.path("params").has(key);
        }

        boolean isJekyll() {
            return name.contains("/_posts/") || name.contains("/_drafts/");
        }

        /** Hugo takes the end of a name for a language only when it is spelled as in its settings. */
        boolean isSpelledAsConfigured() {
            String[] parts = name.split("\\.", -1);
            String suffix = parts[Math.max(0, parts.length - 2)];
            String lower = suffix.toLowerCase(Locale.ROOT);
            return suffix.equals(lower) || !settings.languages().contains(lower);
        }

        /** Their link, without the prefix that Lede gives the default language never. */
        String link() {
            String link = theirs.path("relPermalink").asText();
            String prefix = "/" + settings.defaultLanguage() + "/";
            return link.startsWith(prefix) ? link.substring(prefix.length() - 1) : link;
        }

        /** The last parts of the links of a taxonomy's terms. */
        List<String> links(String taxonomy) {
            List<String> links = new ArrayList<>();
            theirs.path(taxonomy).forEach(term -> {
                String link = term.path("link").asText();
                links.add(
                        link.substring(link.indexOf("/" + taxonomy + "/") + taxonomy.length() + 2, link.length() - 1));
            });
            return links;
        }

        List<String> texts(String field) {
            List<String> texts = new ArrayList<>();
            theirs.path(field).forEach(text -> texts.add(text.asText()));
            return texts;
        }
    }

    /** What the other generator was told: its languages, lower case. */
    record HugoSettings(List<String> languages, String defaultLanguage) {}

    /** The folder of real sites above the working directory. */
    static Optional<Path> corpora() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/corpora"))) {
            at = at.getParent();
        }
        return Optional.ofNullable(at).map(found -> found.resolve("shared/corpora"));
    }

    /** Every site with answers in files of that ending: {@code .jsonl}, {@code .rejects.jsonl}, {@code .jekyll.jsonl}. */
    static List<HugoSite> all(Path corpora, String ending) throws IOException {
        List<HugoSite> sites = new ArrayList<>();
        try (Stream<Path> oracles = Files.list(corpora.resolve("oracle"))) {
            for (Path oracle : oracles.sorted().toList()) {
                String file = oracle.getFileName().toString();
                if (file.endsWith(ending) && file.indexOf('.') == file.length() - ending.length()) {
                    sites.add(read(corpora.resolve(file.substring(0, file.indexOf('.'))), oracle));
                }
            }
        }
        return sites;
    }

    private static HugoSite read(Path site, Path oracle) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Files.readAllLines(oracle)) {
            answers.add(JSON.readTree(line));
        }
        HugoSettings settings = settings(answers);
        List<Page> pages = new ArrayList<>();
        List<Path> files = files(site);
        for (JsonNode answer : answers) {
            String file = answer.path("file").asText(answer.path("path").asText());
            Path document = find(files, file);
            if (document != null) {
                String path = site.relativize(document).toString();
                String root = path.substring(0, path.length() - file.length());
                byte[] bytes = Files.readAllBytes(document);
                Reading reading =
                        new DocumentReader(settings(root, settings), NOW).read(DocumentPath.parse(path), bytes);
                pages.add(new Page(site.getFileName() + "/" + file, answer, reading, settings));
            }
        }
        return new HugoSite(site.getFileName().toString(), pages);
    }

    private static HugoSettings settings(List<JsonNode> answers) {
        List<String> languages = answers.stream()
                .map(answer -> answer.path("lang").asText("en"))
                .distinct()
                .toList();
        // The home page of the default language has a link without a language, if any has.
        String main = answers.stream()
                .filter(answer -> answer.path("kind").asText().equals("home"))
                .filter(answer -> answer.path("relPermalink").asText().lastIndexOf('/') == 0)
                .map(answer -> answer.path("lang").asText())
                .findFirst()
                .orElse("en");
        return new HugoSettings(languages, main);
    }

    private static DocumentSettings settings(String contentRoot, HugoSettings settings) {
        DocumentSettings base = DocumentSettings.DEFAULT;
        return new DocumentSettings(
                settings.defaultLanguage(),
                ZoneOffset.UTC,
                Map.of(),
                settings.languages(),
                contentRoot,
                base.taxonomies(),
                false,
                base.datesFromFileNames(),
                base.thumbnailKeys(),
                base.summaryKeys());
    }

    private static List<Path> files(Path site) throws IOException {
        try (Stream<Path> all = Files.walk(site)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::getNameCount))
                    .toList();
        }
    }

    private static @Nullable Path find(List<Path> files, String file) {
        return file.isEmpty()
                ? null
                : files.stream().filter(path -> path.endsWith(file)).findFirst().orElse(null);
    }
}
