package dev.lede.document.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.document.DocumentPath;
import dev.lede.document.DocumentSettings;
import dev.lede.document.Place;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a document ends up, from its path and the keys that move it.
 *
 * @param parts without the language folder
 * @param language canonical
 */
public record Placement(DocumentPath path, PathParts parts, String language) {

    /**
     * What front matter says of the place; texts as written.
     *
     * @param dated whether the date that the name begins with is the document's date, and so no part of its slug
     */
    public record Wishes(@Nullable String slug, @Nullable String url, boolean dated) {}

    /** Finds the language folder and the language, given what the front matter names. */
    public static Placement of(DocumentPath path, @Nullable String written, DocumentSettings settings) {
        PathParts parts = PathParts.of(path, settings.contentRoot());
        String own = written != null ? written : parts.suffix();
        String folder = parts.folders().isEmpty()
                ? null
                : Language.canonical(parts.folders().get(0)).orElse(null);
        boolean listed = folder != null
                && settings.languageFolders().stream()
                        .anyMatch(name ->
                                Language.canonical(name).filter(folder::equals).isPresent());
        if (folder != null && (listed || folder.equals(own))) {
            return new Placement(path, parts.withoutFirstFolder(), own == null ? folder : own);
        }
        return new Placement(path, parts, own == null ? defaultLanguage(settings) : own);
    }

    private static String defaultLanguage(DocumentSettings settings) {
        return Language.canonical(settings.defaultLanguage()).orElse("en");
    }

    /** The key that translations share when they name none. */
    public String translationKey() {
        return Stream.concat(parts.folders().stream(), Stream.of(parts.name()))
                .collect(Collectors.joining("/", "/", ""));
    }

    /** The place; a slug or url that cannot be used must have been refused before. */
    public Place place(Wishes wishes, DocumentSettings settings) {
        Place.Kind kind = parts.isSection() ? Place.Kind.SECTION : Place.Kind.PAGE;
        String section = parts.folders().isEmpty()
                        || (parts.isBundle() && parts.folders().size() == 1)
                ? ""
                : parts.folders().get(0);
        String name = name(wishes);
        String prefix =
                language.equals(defaultLanguage(settings)) ? "/" : "/" + language.toLowerCase(Locale.ROOT) + "/";
        return new Place(kind, section, UrlPath.slug(name), url(wishes, name, prefix));
    }

    /** What the slug is made of. */
    private String name(Wishes wishes) {
        if (parts.isSection()) {
            return parts.ownName();
        }
        String rest =
                wishes.dated() ? parts.dated().map(PathParts.Dated::rest).orElse(parts.ownName()) : parts.ownName();
        return Stream.of(wishes.slug() == null ? "" : wishes.slug(), rest)
                .filter(name -> UrlPath.isSegment(UrlPath.slug(name)))
                .findFirst()
                .orElseGet(() -> path.id().toString());
    }

    private String url(Wishes wishes, String name, String prefix) {
        boolean home = parts.isSection() && parts.folders().isEmpty();
        String written = wishes.url();
        if (written != null && !home) {
            String url = written.startsWith("/") ? written : prefix + written;
            // Hugo, resources/page/page_paths.go: only that of a page is kept as written.
            return UrlPath.encodeWritten(parts.isSection() ? UrlPath.folder(url) : url);
        }
        String folders = parts.parents().stream()
                .map(UrlPath::folder)
                .filter(UrlPath::isSegment)
                .map(folder -> folder + "/")
                .collect(Collectors.joining());
        boolean root = home || (parts.folders().isEmpty() && parts.isBundle() && wishes.slug() == null);
        return UrlPath.encodeWritten(prefix + folders + (root ? "" : UrlPath.slugInUrl(name) + "/"));
    }

    /** How many bytes a slug has where they are limited: in UTF-8. */
    public static int length(String slug) {
        return slug.getBytes(UTF_8).length;
    }
}
