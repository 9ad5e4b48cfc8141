package dev.lede.ingest.derive;

import dev.lede.document.Document;
import dev.lede.document.Finding;
import dev.lede.document.PictureReference;
import dev.lede.ingest.store.Assets;
import dev.lede.ingest.store.Assets.Asset;
import dev.lede.markdown.RenderedBody;
import dev.lede.thumbnail.ThumbnailChoice;
import dev.lede.thumbnail.picture.Focus;
import java.util.List;
import java.util.Optional;

/**
 * Finds what may be an article's picture: what its front matter names, else a file of its bundle with a telling name,
 * else the first picture of its body.
 *
 * @param prefix of addresses of assets
 * @param fromBody whether the body's first picture serves
 */
record Thumbnails(String prefix, boolean fromBody) {

    private static final String NO_PICTURE =
            "is neither an address on the web nor a picture of a known type of up to 1 MiB";

    /**
     * What was found.
     *
     * @param embedded the picture itself, where the document holds it
     * @param named the picture as the front matter names it, when that is by a relative path
     */
    record Found(ThumbnailChoice choice, Optional<Asset> embedded, List<Finding> findings, List<NamedPicture> named) {

        private static Found of(ThumbnailChoice choice) {
            return new Found(choice, Optional.empty(), List.of(), List.of());
        }

        private Found with(Finding finding) {
            return new Found(choice, embedded, List.of(finding), named);
        }

        private Found with(NamedPicture picture) {
            return new Found(choice, embedded, findings, List.of(picture));
        }
    }

    Found of(SourceText source, LinkPaths paths, String bundle, RenderedBody body) {
        var document = source.document();
        var named = document.thumbnail();
        if (named == null) {
            return unnamed(document, paths, bundle, body);
        }
        var found = of(named, document, paths);
        if (found.isEmpty()) {
            return unnamed(document, paths, bundle, body).with(source.inFrontMatter(named.source(), NO_PICTURE, null));
        }
        var address = named.source();
        if (!RelativeUrl.isRelative(address) || address.startsWith("/")) {
            return found.get();
        }
        var assets = found.get().choice().paths();
        return assets.isEmpty()
                ? found.get()
                        .with(source.inFrontMatter(address, "can be no file of this site", "name it with its ending"))
                : found.get()
                        .with(new NamedPicture(
                                assets,
                                source.inFrontMatter(
                                        address, "is no file of this site", "put it at " + assets.get(0))));
    }

    private Found unnamed(Document document, LinkPaths paths, String bundle, RenderedBody body) {
        var telling = bundle.isEmpty()
                ? List.<String>of()
                : Assets.TELLING_NAMES.stream().map(name -> bundle + name).toList();
        var picture = body.firstPicture();
        var first = !fromBody || picture == null
                ? Optional.<Found>empty()
                : of(
                        new PictureReference(picture.src(), picture.alt().isBlank() ? null : picture.alt(), null),
                        document,
                        paths);
        var found = first.orElseGet(() -> Found.of(ThumbnailChoice.NONE));
        return new Found(found.choice().after(telling), found.embedded(), List.of(), List.of());
    }

    private Optional<Found> of(PictureReference named, Document document, LinkPaths paths) {
        var source = named.source();
        if (DataPicture.isData(source)) {
            return DataPicture.parse(source)
                    .map(picture -> new Found(
                            choice(named, List.of(picture.path()), picture.url(prefix)),
                            Optional.of(picture.asset(prefix)),
                            List.of(),
                            List.of()));
        }
        var resolved = RelativeUrl.resolve(document.place().url(), source);
        // What a client can load, and what does nothing else.
        if (!RelativeUrl.isRelative(resolved) && !resolved.regionMatches(true, 0, "http", 0, "http".length())) {
            return Optional.empty();
        }
        var assets = RelativeUrl.isRelative(source) ? paths.of(RelativeUrl.path(source)) : List.<String>of();
        return Optional.of(Found.of(choice(named, assets, resolved)));
    }

    private static ThumbnailChoice choice(PictureReference named, List<String> paths, String otherwise) {
        var focus = named.focus();
        return new ThumbnailChoice(
                paths, otherwise, named.alt(), focus == null ? Focus.CENTER : new Focus(focus.x(), focus.y()));
    }
}
