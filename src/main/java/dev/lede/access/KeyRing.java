package dev.lede.access;

import java.util.Optional;

/** Knows the keys. */
public interface KeyRing {

    /**
     * The role that this key gives, or nothing when it is not a key, not any more, or expired. May ask the database.
     *
     * @param token what the client sent, of any form
     */
    Optional<Role> roleOf(String token);
}
