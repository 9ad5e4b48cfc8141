package dev.lede.ingest;

import dev.lede.article.LanguageConfig;
import dev.lede.article.writing.ArticleDraft;
import dev.lede.document.Document;
import dev.lede.document.DocumentReader;
import dev.lede.document.DocumentSettings;
import dev.lede.document.Finding;
import dev.lede.markdown.BodyRenderer;
import dev.lede.markdown.RenderSettings;
import dev.lede.taxonomy.TaxonomyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From bytes to what is stored of them: reads the document, renders its body, puts the article together. */
@ApplicationScoped
class Derivation {

    private final DocumentReader reader;
    private final BodyRenderer renderer;
    private final Drafting drafting;

    Derivation(IngestConfig config, LanguageConfig language, TaxonomyConfig taxonomy, Clock clock) {
        this.reader = new DocumentReader(settings(config, language, taxonomy), clock);
        this.renderer = new BodyRenderer(new RenderSettings(
                config.summary().units(), config.html().iframeHosts().orElse(Set.of())));
        this.drafting =
                new Drafting(config.publicUrl().orElse(""), config.thumbnail().fromBody());
    }

    /**
     * What a document gives.
     *
     * @param draft nothing when one of the findings is an error
     */
    record Derived(Optional<ArticleDraft> draft, List<Finding> findings) {}

    /** Derives without storing anything. */
    Derived of(Incoming incoming) {
        var reading = reader.read(incoming.path(), incoming.bytes());
        return reading.document()
                .map(document -> derived(document, reading.findings()))
                .orElseGet(() -> new Derived(Optional.empty(), reading.findings()));
    }

    private Derived derived(Document document, List<Finding> read) {
        var body = renderer.render(drafting.body(document));
        var findings = new ArrayList<>(read);
        if (document.metadata().title() == null && body.firstHeading() == null) {
            findings.add(Finding.warning("The document has no title; its slug stands in for it."));
        }
        return new Derived(Optional.of(drafting.draft(document, body)), List.copyOf(findings));
    }

    private static DocumentSettings settings(IngestConfig config, LanguageConfig language, TaxonomyConfig taxonomy) {
        Map<String, ZoneId> zones = new HashMap<>();
        config.languages().forEach((tag, own) -> own.timeZone().ifPresent(zone -> zones.put(tag, zone)));
        return new DocumentSettings(
                language.defaultLanguage(),
                language.timeZone(),
                zones,
                config.languageFolders().orElse(List.of()),
                config.contentRoot(),
                taxonomy.taxonomies(),
                config.terms().split() == IngestConfig.TermSettings.Split.COMMA,
                config.datesFromFileNames(),
                config.thumbnail().keys(),
                config.summary().keys());
    }
}
