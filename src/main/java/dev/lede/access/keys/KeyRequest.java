package dev.lede.access.keys;

import org.jspecify.annotations.Nullable;

/** What a new key is to be, as the client says it. {@link NewKey#of} checks it. */
record KeyRequest(
        @Nullable String name,
        @Nullable String role,
        @Nullable String expiresAt) {}
