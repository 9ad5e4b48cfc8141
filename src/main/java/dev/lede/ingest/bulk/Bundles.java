package dev.lede.ingest.bulk;

import dev.lede.document.DocumentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Leaf bundles: folders that are articles because an {@code index} document stands in them. Whatever else lies below
 * one, Markdown too, is its resource.
 *
 * @param contains whether a folder is one, given with the slash at its end
 * @param contentRoot the leading folder that is no part of any url; it is the site, and never a bundle
 */
record Bundles(Predicate<String> contains, String contentRoot) {

    /** These and others. */
    Bundles and(Set<String> more) {
        return new Bundles(folder -> contains.test(folder) || more.contains(folder), contentRoot);
    }

    /** Whether a document at this path is not one of its own, but lies in a bundle of another. */
    boolean hasResource(DocumentPath path) {
        var own = path.name().toLowerCase(Locale.ROOT).startsWith("index.") ? folder(path.value()) : "";
        return foldersOf(path).stream()
                .filter(folder -> contains.test(folder) && !folder.equals(own))
                .anyMatch(folder -> !folder.equals(contentRoot + "/")
                        // Jekyll has index pages beside its posts, and no bundles.
                        && !isPost(path.value().substring(folder.length())));
    }

    private static boolean isPost(String below) {
        return Stream.of("_posts/", "_drafts/")
                .anyMatch(folder -> below.startsWith(folder) || below.contains("/" + folder));
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** All folders that a path lies in, each with the slash at its end. */
    static List<String> foldersOf(DocumentPath path) {
        var value = path.value();
        var folders = new ArrayList<String>();
        for (int slash = value.indexOf('/'); slash >= 0; slash = value.indexOf('/', slash + 1)) {
            folders.add(value.substring(0, slash + 1));
        }
        return folders;
    }
}
