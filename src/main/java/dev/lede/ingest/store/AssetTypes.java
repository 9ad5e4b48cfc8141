package dev.lede.ingest.store;

import dev.lede.document.DocumentPath;
import java.util.Map;
import java.util.Set;

/** The media types of assets, by the extensions of their names. */
public final class AssetTypes {

    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("flac", "audio/flac"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("ogv", "video/ogg"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("json", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("zip", "application/zip"),
            Map.entry("gz", "application/gzip"),
            Map.entry("csv", "text/csv;charset=UTF-8"),
            Map.entry("txt", "text/plain;charset=UTF-8"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("html", "text/html;charset=UTF-8"),
            Map.entry("htm", "text/html;charset=UTF-8"),
            Map.entry("woff2", "font/woff2"));

    private static final Set<String> DRAWN = Set.of("image/svg+xml");

    private AssetTypes() {}

    /** The media type of an asset at this path. */
    public static String of(DocumentPath path) {
        return BY_EXTENSION.getOrDefault(path.extension(), UNKNOWN);
    }

    /** Raster pictures, audio and video: no browser runs anything that stands in them. */
    public static boolean isHarmless(String type) {
        return (type.startsWith("image/") && !DRAWN.contains(type))
                || type.startsWith("audio/")
                || type.startsWith("video/");
    }
}
