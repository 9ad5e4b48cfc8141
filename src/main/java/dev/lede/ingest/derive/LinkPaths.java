package dev.lede.ingest.derive;

import dev.lede.document.DocumentPath;
import dev.lede.document.IllegalPathException;
import dev.lede.document.place.UrlPath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which documents or assets a relative target may mean: beside the document that has it, below the content root, below
 * {@code static/}, which Hugo publishes at the root of the site.
 *
 * @param path of the document that has the targets
 * @param contentRoot the leading folder of paths that is no part of any url
 */
record LinkPaths(DocumentPath path, String contentRoot) {

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");
    private static final Pattern DOCUMENT =
            Pattern.compile("(.*)(\\.(?:md|markdown|mdown|html?))", Pattern.CASE_INSENSITIVE);
    private static final Pattern LANGUAGE_SUFFIX =
            Pattern.compile(".+(\\.[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\\.[a-z]+");

    /** The folder of the document, with the slash at its end; empty at the root. */
    String folder() {
        return path.value().substring(0, path.value().lastIndexOf('/') + 1);
    }

    /** @param target a path as it stands in a link, without query and fragment */
    List<String> of(String target) {
        var decoded = decoded(target);
        var paths = new LinkedHashSet<String>();
        for (var base : bases(decoded)) {
            documentOrAsset(base + "/" + decoded, paths);
        }
        return List.copyOf(paths);
    }

    /** @param target as {@code ref} and {@code relref} have it: a document, with or without its extension */
    List<String> ofReference(String target) {
        var decoded = decoded(target);
        var paths = new LinkedHashSet<String>();
        for (var base : bases(decoded)) {
            var whole = base + "/" + decoded;
            documentOrAsset(whole, paths);
            if (!DOCUMENT.matcher(decoded).matches()) {
                documentOrAsset(whole + ".md", paths);
                documentOrAsset(whole + "/index.md", paths);
                documentOrAsset(whole + "/_index.md", paths);
                // Jekyll's post_url names a post by the name of its file.
                documentOrAsset("_posts/" + decoded + ".md", paths);
            }
        }
        return List.copyOf(paths);
    }

    /** The slug that an article named so by itself would have; empty for a name with folders. */
    static String slug(String target) {
        var decoded = decoded(target);
        var document = DOCUMENT.matcher(decoded);
        return decoded.contains("/") ? "" : UrlPath.slug(document.matches() ? document.group(1) : decoded);
    }

    private List<String> bases(String target) {
        var root = contentRoot.isEmpty() || !path.value().startsWith(contentRoot + "/") ? "" : contentRoot;
        return target.startsWith("/") ? List.of(root, "static", "") : List.of(folder(), root, "static");
    }

    // A document is meant in the language of the one that names it, where it is there in that.
    private void documentOrAsset(String whole, Set<String> paths) {
        var document = DOCUMENT.matcher(whole);
        if (document.matches()) {
            var suffix = LANGUAGE_SUFFIX.matcher(path.name());
            if (suffix.matches()) {
                normal(document.group(1) + suffix.group(1) + document.group(2)).ifPresent(paths::add);
            }
            normal(whole).ifPresent(paths::add);
        } else if (EXTENSION.matcher(whole).find()) {
            normal(whole).ifPresent(paths::add);
        }
    }

    private static Optional<String> normal(String path) {
        var segments = new ArrayDeque<String>();
        for (var segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        try {
            return Optional.of(new DocumentPath(String.join("/", segments)).value());
        } catch (IllegalPathException illegal) {
            return Optional.empty();
        }
    }

    private static String decoded(String target) {
        try {
            // A plus sign is one: only forms make it a space.
            return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return target;
        }
    }
}
