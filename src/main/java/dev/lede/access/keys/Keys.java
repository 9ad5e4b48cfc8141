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

    /**
     * Up to {@code most} keys, walking from a place in the order they were made, or against it.
     *
     * @param place null for the beginning
     */
    List<Key> walk(@Nullable KeyPlace place, boolean backward, int most) {
        var order = backward ? " order by createdAt desc, id desc" : " order by createdAt, id";
        var beyond = backward ? "<" : ">";
        var query = place == null
                ? find("from Key" + order)
                : find(
                        "createdAt " + beyond + " ?1 or (createdAt = ?1 and id " + beyond + " ?2)" + order,
                        place.createdAt(),
                        place.id());
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
