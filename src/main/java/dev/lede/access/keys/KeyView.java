package dev.lede.access.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lede.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key as its list shows it, and with {@code key}, once, as the answer to making it does. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyView(
        String id,
        String name,
        Role role,
        @Nullable String key,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    KeyView withKey(String token) {
        return new KeyView(id, name, role, token, createdAt, expiresAt, lastUsedAt);
    }

    /** Without the key, so that no log has it by accident. */
    @Override
    public String toString() {
        return "KeyView[" + id + ", " + role + "]";
    }
}
