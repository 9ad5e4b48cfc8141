package dev.lede.access.keys;

import dev.lede.access.KeyRing;
import dev.lede.access.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** The configured admin key and the stored keys. Thread-safe. */
@Singleton
final class Ring implements KeyRing {

    private final AdminKey adminKey;
    private final Keys keys;
    private final LastUses lastUses;
    private final Clock clock;

    Ring(AdminKey adminKey, Keys keys, LastUses lastUses, Clock clock) {
        this.adminKey = adminKey;
        this.keys = keys;
        this.lastUses = lastUses;
        this.clock = clock;
    }

    @Override
    public Optional<Holder> holderOf(String token) {
        return adminKey.is(token)
                ? Optional.of(new Holder(AdminKey.ID, Role.ADMIN))
                : Credential.parse(token).flatMap(this::stored);
    }

    private Optional<Holder> stored(Credential shown) {
        var now = clock.instant();
        var role = QuarkusTransaction.joiningExisting()
                .call(() -> keys.findByIdOptional(shown.id()).flatMap(key -> key.roleFor(shown, now)));
        role.ifPresent(known -> lastUses.note(shown.id(), now));
        return role.map(known -> new Holder(shown.id(), known));
    }
}
