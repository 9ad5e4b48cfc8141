package dev.lede.document;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What a site's operator decides about reading documents. Immutable.
 *
 * @param defaultLanguage for documents that name none; its urls carry no language
 * @param timeZone for dates without a zone
 * @param languageTimeZones the same by language, which wins
 * @param languageFolders folders right below the content root that are languages
 * @param contentRoot a leading folder that is no part of any url; empty for none
 * @param taxonomies the keys that hold terms
 * @param splitTermsAtComma whether the text of a taxonomy is several terms
 * @param datesFromFileNames whether {@code 2025-02-11-name.md} gives a date outside Jekyll's folders too
 * @param thumbnailKeys where a picture is named, first one first; {@code a.b} and {@code a[0]} reach inside
 * @param summaryKeys where a summary is written, first one first
 */
public record DocumentSettings(
        String defaultLanguage,
        ZoneId timeZone,
        Map<String, ZoneId> languageTimeZones,
        List<String> languageFolders,
        String contentRoot,
        List<String> taxonomies,
        boolean splitTermsAtComma,
        boolean datesFromFileNames,
        List<String> thumbnailKeys,
        List<String> summaryKeys) {

    /** English, UTC, {@code content/}, tags and categories. */
    public static final DocumentSettings DEFAULT = new DocumentSettings(
            "en",
            ZoneOffset.UTC,
            Map.of(),
            List.of(),
            "content",
            List.of("tags", "categories"),
            false,
            true,
            List.of(
                    "thumbnail",
                    "featured_image",
                    "featuredImage",
                    "image",
                    "cover",
                    "images[0]",
                    "header.teaser",
                    "banner",
                    "hero",
                    "og_image",
                    "cover-img",
                    "thumbnail-img"),
            List.of("summary", "excerpt"));

    public DocumentSettings {
        languageTimeZones = Map.copyOf(languageTimeZones);
        languageFolders = List.copyOf(languageFolders);
        taxonomies = List.copyOf(taxonomies);
        thumbnailKeys = List.copyOf(thumbnailKeys);
        summaryKeys = List.copyOf(summaryKeys);
    }
}
