package dev.lede.ingest.derive;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.query.LanguageConfig;
import dev.lede.document.Document;
import dev.lede.document.DocumentReader;
import dev.lede.document.DocumentSettings;
import dev.lede.document.Finding;
import dev.lede.http.query.LinkConfig;
import dev.lede.ingest.store.Assets.Asset;
import dev.lede.ingest.store.Incoming;
import dev.lede.markdown.Body;
import dev.lede.markdown.BodyRenderer;
import dev.lede.markdown.Markup;
import dev.lede.markdown.RenderSettings;
import dev.lede.search.index.SearchEntry;
import dev.lede.search.index.SearchIndex;
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
public class Derivation {

    private final DocumentReader reader;
    private final BodyRenderer renderer;
    private final Drafting drafting;
    private final Thumbnails thumbnails;
    private final SearchIndex search;
    private final String contentRoot;

    Derivation(
            IngestConfig config,
            LanguageConfig language,
            TaxonomyConfig taxonomy,
            LinkConfig links,
            SearchIndex search,
            Clock clock) {
        this.reader = new DocumentReader(settings(config, language, taxonomy), clock);
        this.renderer = new BodyRenderer(new RenderSettings(
                config.summary().units(), config.html().iframeHosts().orElse(Set.of())));
        this.drafting = new Drafting(links.prefix());
        this.thumbnails = new Thumbnails(links.prefix(), config.thumbnail().fromBody());
        this.search = search;
        this.contentRoot = config.contentRoot();
    }

    /**
     * What a document gives.
     *
     * @param draft nothing when one of the findings is an error
     * @param entry what the article is found by; there when the draft is
     * @param embedded the picture that the document holds itself
     * @param pictures those that should lie beside the document
     */
    public record Derived(
            Optional<ArticleDraft> draft,
            Optional<SearchEntry> entry,
            Optional<Asset> embedded,
            List<Finding> findings,
            List<NamedPicture> pictures) {

        /** What gives no article. */
        public static Derived refused(List<Finding> findings) {
            return new Derived(Optional.empty(), Optional.empty(), Optional.empty(), findings, List.of());
        }
    }

    /** Derives without storing anything. */
    public Derived of(Incoming incoming) {
        var derived = shown(incoming);
        return new Derived(
                derived.draft(),
                derived.draft().map(search::entry),
                derived.embedded(),
                derived.findings(),
                derived.pictures());
    }

    /** The same without what the article is found by: for one whose text is stored already. */
    public Derived shown(Incoming incoming) {
        var reading = reader.read(incoming.path(), incoming.bytes());
        return reading.document()
                .map(document -> derived(new SourceText(document, incoming.bytes()), reading.findings()))
                .orElseGet(() -> Derived.refused(reading.findings()));
    }

    private Derived derived(SourceText source, List<Finding> read) {
        var document = source.document();
        var paths = new LinkPaths(document.path(), contentRoot);
        var targets = new BodyTargets(paths, document.place().url());
        var body = renderer.render(new Body(
                document.body(),
                Markup.valueOf(document.markup().name()),
                document.language(),
                document.metadata().summary(),
                document.metadata().excerptSeparator(),
                targets));
        var bundle = bundle(document, paths);
        var thumbnail = thumbnails.of(source, paths, bundle, body);
        var findings = new ArrayList<>(read);
        findings.addAll(thumbnail.findings());
        if (document.metadata().title() == null && body.firstHeading() == null) {
            findings.add(Finding.warning("The document has no title; its slug stands in for it."));
        }
        var found = new Drafting.Findings(thumbnail.choice(), targets.links(), bundle);
        return new Derived(
                Optional.of(drafting.draft(document, body, found)),
                Optional.empty(),
                thumbnail.embedded(),
                List.copyOf(findings),
                pictures(source, targets, thumbnail, bundle));
    }

    // Outside a bundle a relative address is one of the page's, which need not be served from here.
    private static List<NamedPicture> pictures(
            SourceText source, BodyTargets targets, Thumbnails.Found thumbnail, String bundle) {
        var pictures = new ArrayList<>(thumbnail.named());
        if (!bundle.isEmpty()) {
            targets.besides()
                    .forEach((target, paths) -> pictures.add(new NamedPicture(
                            paths, source.inBody(target, "is no file of the bundle", "put it at " + paths.get(0)))));
        }
        return List.copyOf(pictures);
    }

    // index.* makes its folder the article; that of the whole site is none.
    private String bundle(Document document, LinkPaths paths) {
        var folder = paths.folder();
        var isBundle = document.path().name().startsWith("index.");
        return isBundle && !folder.isEmpty() && !folder.equals(contentRoot + "/") ? folder : "";
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
