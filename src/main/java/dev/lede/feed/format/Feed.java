package dev.lede.feed.format;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed. All addresses are whole.
 *
 * @param about what stands above the entries
 * @param id the address of its first page, which all of its pages share
 * @param self the address of this very page
 * @param next the address of the page of older entries, where there is one
 */
public record Feed(
        About about, String id, String self, @Nullable String next, List<Entry> entries) {

    /** Of a feed in which nothing has ever been: no moment would be truer. */
    private static final OffsetDateTime NEVER = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /**
     * Whose feed it is, and what is in it.
     *
     * @param publisher the name of the site, who also speaks where no author is named
     * @param home the address of the site
     * @param lang BCP 47
     */
    public record About(String title, String description, String publisher, String home, String lang) {}

    /** When the newest of its entries changed. */
    public OffsetDateTime updated() {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.comparing(OffsetDateTime::toInstant))
                .orElse(NEVER);
    }
}
