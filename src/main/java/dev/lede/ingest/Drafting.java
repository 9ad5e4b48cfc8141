package dev.lede.ingest;

import dev.lede.article.view.ArticleView;
import dev.lede.article.view.BodyView;
import dev.lede.article.view.BodyView.HeadingView;
import dev.lede.article.view.LinksView;
import dev.lede.article.writing.ArticleDraft;
import dev.lede.document.Document;
import dev.lede.document.TermName;
import dev.lede.markdown.Body;
import dev.lede.markdown.Heading;
import dev.lede.markdown.LinkTargets;
import dev.lede.markdown.Markup;
import dev.lede.markdown.RenderedBody;
import dev.lede.taxonomy.TermView;
import dev.lede.thumbnail.ThumbnailView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts an article together from its document and its rendered body.
 *
 * @param publicUrl precedes every address that is handed out; may be empty
 * @param thumbnailFromBody whether the first picture of the body serves when the front matter names none
 */
record Drafting(String publicUrl, boolean thumbnailFromBody) {

    /** What of a document is to be rendered. */
    Body body(Document document) {
        return new Body(
                document.body(),
                Markup.valueOf(document.markup().name()),
                document.language(),
                document.metadata().summary(),
                document.metadata().excerptSeparator(),
                new ArticleTargets(document.place().url()));
    }

    /** Relative targets are resolved against the address of the article that has them. */
    private record ArticleTargets(String url) implements LinkTargets {
        @Override
        public String link(String target) {
            return RelativeUrl.resolve(url, target);
        }

        @Override
        public String picture(String target) {
            return RelativeUrl.resolve(url, target);
        }

        @Override
        public String reference(String target) {
            return link(target);
        }
    }

    ArticleDraft draft(Document document, RenderedBody body) {
        Map<String, List<TermView>> terms = new LinkedHashMap<>();
        document.terms().forEach((taxonomy, names) -> terms.put(taxonomy, views(names)));
        return new ArticleDraft(
                article(document, body, terms),
                new BodyView(body.html(), headings(body.contents())),
                body.text(),
                document.bodyOffset(),
                document.translationKey(),
                document.draft(),
                terms);
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
                thumbnail(document, body),
                terms.getOrDefault("tags", List.of()),
                terms.getOrDefault("categories", List.of()),
                others(terms),
                body.wordCount(),
                body.readingTime(),
                metadata.weight(),
                metadata.aliases(),
                document.params(),
                new LinksView(
                        publicUrl + "/v1/articles/" + id,
                        publicUrl + "/v1/documents/" + document.path().encoded()));
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

    private @Nullable ThumbnailView thumbnail(Document document, RenderedBody body) {
        var named = document.thumbnail();
        if (named != null) {
            return ThumbnailView.atOrigin(RelativeUrl.resolve(document.place().url(), named.source()), named.alt());
        }
        var first = body.firstPicture();
        if (!thumbnailFromBody || first == null) {
            return null;
        }
        return ThumbnailView.atOrigin(
                RelativeUrl.resolve(document.place().url(), first.src()),
                first.alt().isBlank() ? null : first.alt());
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
