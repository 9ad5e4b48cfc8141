package dev.lede.ingest.derive;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.draft.BodyLink;
import dev.lede.article.view.ArticleView;
import dev.lede.article.view.BodyView;
import dev.lede.article.view.BodyView.HeadingView;
import dev.lede.article.view.LinksView;
import dev.lede.document.Document;
import dev.lede.document.TermName;
import dev.lede.hash.Sha256;
import dev.lede.markdown.Heading;
import dev.lede.markdown.RenderedBody;
import dev.lede.taxonomy.TermView;
import dev.lede.thumbnail.ThumbnailChoice;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts an article together from its document and its rendered body.
 *
 * @param prefix precedes every address that is handed out; may be empty
 */
record Drafting(String prefix) {

    /** In bytes. */
    private static final int LONGEST_KEY = 1_024;

    /** What was found beside the document itself. */
    record Findings(ThumbnailChoice thumbnail, List<BodyLink> links, String bundle) {}

    ArticleDraft draft(Document document, RenderedBody body, Findings found) {
        Map<String, List<TermView>> terms = new LinkedHashMap<>();
        document.terms().forEach((taxonomy, names) -> terms.put(taxonomy, views(names)));
        return new ArticleDraft(
                article(document, body, terms),
                found.thumbnail(),
                new BodyView(body.html(), headings(body.contents())),
                found.links(),
                new ArticleDraft.Text(body.text(), body.prose(), document.bodyOffset()),
                new ArticleDraft.Placing(key(document.translationKey()), found.bundle(), document.draft()),
                terms);
    }

    // An index takes no more than that; a longer key means no less as its hash.
    private static String key(String translationKey) {
        var bytes = translationKey.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST_KEY ? translationKey : Sha256.hex(Sha256.of(bytes));
    }

    private ArticleView article(Document document, RenderedBody body, Map<String, List<TermView>> terms) {
        var place = document.place();
        var metadata = document.metadata();
        var dates = document.dates();
        var id = document.path().id();
        return new ArticleView(
                id,
                document.path().value(),
                place.url(),
                place.slug(),
                place.kind().name().toLowerCase(Locale.ROOT),
                place.section(),
                document.language(),
                title(document, body),
                metadata.linkTitle(),
                metadata.description(),
                metadata.keywords(),
                metadata.authors(),
                dates.date(),
                dates.publishDate(),
                dates.lastmod(),
                dates.expiryDate(),
                body.summary().text(),
                body.summary().source().id(),
                body.summary().truncated(),
                null,
                terms.getOrDefault("tags", List.of()),
                terms.getOrDefault("categories", List.of()),
                others(terms),
                body.wordCount(),
                body.readingTime(),
                metadata.weight(),
                metadata.aliases(),
                document.params(),
                new LinksView(
                        prefix + "/v1/articles/" + id,
                        prefix + "/v1/documents/" + document.path().encoded()));
    }

    private static String title(Document document, RenderedBody body) {
        var title = document.metadata().title();
        if (title != null) {
            return title;
        }
        return body.firstHeading() != null
                ? body.firstHeading()
                : document.place().slug();
    }

    private static @Nullable Map<String, List<TermView>> others(Map<String, List<TermView>> terms) {
        var others = new LinkedHashMap<>(terms);
        others.remove("tags");
        others.remove("categories");
        return others.isEmpty() ? null : others;
    }

    private static List<TermView> views(List<TermName> names) {
        return names.stream()
                .map(name -> new TermView(name.slug(), name.name()))
                .toList();
    }

    private static List<HeadingView> headings(List<Heading> headings) {
        return headings.stream()
                .map(heading ->
                        new HeadingView(heading.id(), heading.title(), heading.level(), headings(heading.children())))
                .toList();
    }
}
