package dev.lede.document;

/**
 * Where readers find a document.
 *
 * @param section the first folder below the content root and the language folder; empty at the root
 * @param slug the URL-safe last part, at most 255 bytes of UTF-8
 * @param url from the site's root, percent-encoded: {@code /zh-cn/news/a/}
 */
public record Place(Kind kind, String section, String slug, String url) {

    /** A page of its own, or the head of a folder ({@code _index.md}). */
    public enum Kind {
        PAGE,
        SECTION
    }
}
