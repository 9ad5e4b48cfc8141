package dev.lede.access;

import java.util.Optional;

/** Knows the keys. */
public interface KeyRing {

    /**
     * What this key is, or nothing when it is not a key, not any more, or expired. May ask the database.
     *
     * @param token what the client sent, of any form
     */
    Optional<Holder> holderOf(String token);

    /**
     * Who shows a valid key.
     *
     * @param id of the key, no secret
     */
    record Holder(String id, Role role) {}
}
