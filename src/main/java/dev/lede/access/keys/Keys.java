package dev.lede.access.keys;

import dev.lede.access.Role;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All keys that were made and not revoked. */
@ApplicationScoped
class Keys implements PanacheRepositoryBase<Key, String> {

    /** Up to {@code most} keys in the order they were made, after this one. */
    List<Key> after(@Nullable String id, int most) {
        var query = id == null ? find("order by id") : find("id > ?1 order by id", id);
        return query.range(0, most - 1).list();
    }

    /** Whether someone can make keys. */
    boolean hasAdmin(Instant now) {
        return count("role = ?1 and (expiresAt is null or expiresAt > ?2)", Role.ADMIN, now) > 0;
    }

    /** Notes when a key was last used, unless a later moment is known already. */
    void used(String id, Instant moment) {
        update("lastUsedAt = ?2 where id = ?1 and (lastUsedAt is null or lastUsedAt < ?2)", id, moment);
    }

    /**
     * Waits until no other node is at the same, until the end of the transaction: of two that start on one empty
     * database, one makes the first key.
     */
    void alone() {
        // The number is this lock's name; no other advisory lock has it.
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(7305676001) as text)")
                .getResultList();
    }
}
