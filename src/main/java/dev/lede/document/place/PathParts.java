package dev.lede.document.place;

import dev.lede.document.DocumentPath;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a path says, taken apart.
 *
 * @param folders without content root, {@code _posts} and {@code _drafts}; a language folder still is the first
 * @param name the base name without extension and language suffix
 * @param suffix the language that the file name ends in, canonical
 * @param categories the folders above {@code _posts}
 */
public record PathParts(
        List<String> folders,
        String name,
        @Nullable String suffix,
        List<String> categories,
        boolean jekyll,
        boolean draft) {
    // Jekyll, lib/jekyll/document.rb: DATE_FILENAME_MATCHER needs no zeros.
    private static final Pattern JEKYLL_DATED = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})()()()-(.+)");
    private static final Pattern DATED =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:-(\\d{2})-(\\d{2})-(\\d{2}))?[-_](.+)");

    /** A name that begins with a date. */
    public record Dated(LocalDateTime time, String rest) {}

    /** Takes a path apart, given the content root of the site. */
    public static PathParts of(DocumentPath path, String contentRoot) {
        String value = path.value();
        String root = contentRoot.endsWith("/") || contentRoot.isEmpty() ? contentRoot : contentRoot + "/";
        String below = value.startsWith(root) ? value.substring(root.length()) : value;
        List<String> folders = new ArrayList<>(List.of(below.split("/")));
        String file = folders.remove(folders.size() - 1);
        String base = file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
        int posts = jekyllFolder(folders);
        boolean draft = folders.contains("_drafts");
        List<String> categories = posts < 0 ? List.of() : List.copyOf(folders.subList(0, posts));
        if (posts >= 0) {
            folders.remove(posts);
        }
        String suffix = suffix(base);
        String name = suffix == null ? base : base.substring(0, base.lastIndexOf('.'));
        return new PathParts(List.copyOf(folders), name, suffix, categories, posts >= 0, draft);
    }

    private static int jekyllFolder(List<String> folders) {
        int posts = folders.indexOf("_posts");
        return posts >= 0 ? posts : folders.indexOf("_drafts");
    }

    private static @Nullable String suffix(String base) {
        int dot = base.lastIndexOf('.');
        if (dot <= 0) {
            return null;
        }
        return Language.canonical(base.substring(dot + 1))
                .filter(Language::isKnown)
                .orElse(null);
    }

    /** Whether the document is the head of its folder; as in Hugo {@code _Index.md} is a page like any other. */
    public boolean isSection() {
        return name.equals("_index");
    }

    /** Whether the folder is the article. */
    public boolean isBundle() {
        return name.equals("index");
    }

    /** The same below its first folder, which is the language's. */
    PathParts withoutFirstFolder() {
        return new PathParts(folders.subList(1, folders.size()), name, suffix, categories, jekyll, draft);
    }

    /** The name by which readers know the document: the file's, or for bundles and sections the folder's. */
    String ownName() {
        return (isSection() || isBundle()) && !folders.isEmpty() ? folders.get(folders.size() - 1) : name;
    }

    /** The folders that {@link #ownName} is below. */
    List<String> parents() {
        return (isSection() || isBundle()) && !folders.isEmpty() ? folders.subList(0, folders.size() - 1) : folders;
    }

    /** The date that the file's or the bundle's name begins with, and the rest of the name. */
    public Optional<Dated> dated() {
        if (isSection()) {
            return Optional.empty();
        }
        Matcher matcher = DATED.matcher(ownName());
        if (!matcher.matches()) {
            matcher = JEKYLL_DATED.matcher(ownName());
            if (!jekyll || !matcher.matches()) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new Dated(
                    LocalDateTime.of(
                            number(matcher, 1),
                            number(matcher, 2),
                            number(matcher, 3),
                            number(matcher, 4),
                            number(matcher, 5),
                            number(matcher, 6)),
                    matcher.group(7)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
