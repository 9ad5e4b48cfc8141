package dev.lede.access.keys;

import dev.lede.access.KeyRing;
import dev.lede.access.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The configured admin key and the stored keys. Thread-safe. */
@Singleton
final class Ring implements KeyRing {

    private final AdminKey adminKey;
    private final Keys keys;
    private final LastUses lastUses;

    Ring(AdminKey adminKey, Keys keys, LastUses lastUses) {
        this.adminKey = adminKey;
        this.keys = keys;
        this.lastUses = lastUses;
    }

    @Override
    public Optional<Role> roleOf(String token) {
        return adminKey.is(token)
                ? Optional.of(Role.ADMIN)
                : Credential.parse(token).flatMap(this::stored);
    }

    private Optional<Role> stored(Credential shown) {
        var now = Instant.now();
        var role = QuarkusTransaction.joiningExisting()
                .call(() -> keys.findByIdOptional(shown.id()).flatMap(key -> key.roleFor(shown, now)));
        role.ifPresent(known -> lastUses.note(shown.id(), now));
        return role;
    }
}
