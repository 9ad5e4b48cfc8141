package dev.lede.thumbnail;

import dev.lede.thumbnail.picture.Focus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The picture that an article shows.
 *
 * @param src what a client can load
 * @param origin from where Lede takes its own copy; null when it takes none
 * @param wanted whether it takes one now; what it has is shown in any case
 * @param refusal why it never takes one, for the author; null when it might
 */
record Shown(
        UUID article,
        String src,
        @Nullable String alt,
        Focus focus,
        @Nullable Origin origin,
        boolean wanted,
        @Nullable String refusal) {}
