package dev.lede.document;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a document after each has been filled from the others; offsets as written, or of the zone they were read in.
 *
 * @param date when it was written
 * @param publishDate not visible before
 * @param lastmod when it was last changed
 * @param expiryDate not visible from then on
 */
public record Dates(
        @Nullable OffsetDateTime date,
        @Nullable OffsetDateTime publishDate,
        @Nullable OffsetDateTime lastmod,
        @Nullable OffsetDateTime expiryDate) {}
