package dev.lede.access.keys;

import dev.lede.access.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key as it is stored: everything but the secret. */
@Entity
@Table(name = "access_key")
class Key {

    @Id
    private String id;

    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    /** For Hibernate, which sets the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Key() {}

    Key(Credential credential, NewKey wanted, Instant now) {
        this.id = credential.id();
        this.secretHash = credential.hash();
        this.name = wanted.name();
        this.role = wanted.role();
        // As fine as the database keeps it.
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.expiresAt = wanted.expiresAt();
    }

    /** The role of who shows this secret at this moment. */
    Optional<Role> roleFor(Credential shown, Instant now) {
        boolean same = MessageDigest.isEqual(secretHash, shown.hash());
        return same && (expiresAt == null || expiresAt.isAfter(now)) ? Optional.of(role) : Optional.empty();
    }

    KeyView view(@Nullable Instant usedSince) {
        var lastUsed = usedSince == null ? lastUsedAt : usedSince;
        return new KeyView(id, name, role, null, createdAt, expiresAt, lastUsed);
    }

    String id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }
}
