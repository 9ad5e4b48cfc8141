package dev.lede.access;

import java.util.Optional;

/** With which key somebody came in to read who is to stay for long. It never tells the key. Immutable and thread-safe. */
public final class Pass {

    /** Of those who need no key. */
    static final Pass OF_EVERYBODY = new Pass(Optional.empty(), token -> Optional.empty());

    private final Optional<String> token;
    private final KeyRing keys;

    private Pass(Optional<String> token, KeyRing keys) {
        this.token = token;
        this.keys = keys;
    }

    static Pass of(String token, KeyRing keys) {
        return new Pass(Optional.of(token), keys);
    }

    /** Whether whoever has it may still read: its key is neither revoked nor expired. May ask the database. */
    public boolean isValid() {
        return token.isEmpty()
                || keys.holderOf(token.get())
                        .filter(holder -> holder.role().includes(Role.READ))
                        .isPresent();
    }

    /** Two of the same key are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Pass pass && pass.token.equals(token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }
}
