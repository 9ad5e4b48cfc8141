package dev.lede.feed.sitemap;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a sitemap names it.
 *
 * @param url root-relative
 * @param changed where it is known
 * @param versions all of its translations with itself; none when there is no other
 */
record Location(String url, @Nullable OffsetDateTime changed, List<Version> versions) {

    /** A translation. */
    record Version(String lang, String url) {}

    /** @param written a line each: the language, a blank, the url */
    static List<Version> versions(@Nullable String written) {
        return written == null
                ? List.of()
                : written.lines()
                        .map(line -> line.split(" ", 2))
                        .map(line -> new Version(line[0], line[1]))
                        .toList();
    }
}
