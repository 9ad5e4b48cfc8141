package dev.lede.document;

import org.jspecify.annotations.Nullable;

/**
 * A picture named in front matter.
 *
 * @param source a URL, a {@code data:} URI or a path, trimmed; never empty
 * @param alt its description
 * @param focus what must be seen of it; null when that is not said
 */
public record PictureReference(
        String source, @Nullable String alt, @Nullable FocalPoint focus) {}
