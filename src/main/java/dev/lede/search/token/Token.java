package dev.lede.search.token;

/**
 * Tokens as the index holds them: 32 bits of a hash. Of a million tokens that a corpus has, one in some thousands shares
 * its hash with another; what is found in vain is told from the text.
 */
final class Token {

    private static final int OFFSET = 0x811C9DC5;
    private static final int PRIME = 0x01000193;
    private static final int MIX_1 = 0x85EBCA6B;
    private static final int MIX_2 = 0xC2B2AE35;

    private Token() {}

    static int of(Field field, Kind kind, CharSequence text) {
        return mixed(over(seed(field, kind), text));
    }

    /** Of two texts that belong together. */
    static int of(Field field, Kind kind, CharSequence first, CharSequence second) {
        int hash = over(seed(field, kind), first);
        return mixed(over((hash ^ 0xFFFF) * PRIME, second));
    }

    private static int seed(Field field, Kind kind) {
        return (OFFSET ^ (field.seed() + kind.seed())) * PRIME;
    }

    // FNV-1a over UTF-16 units.
    private static int over(int seed, CharSequence text) {
        int hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    // The finaliser of MurmurHash3: FNV alone leaves neighbours close to each other.
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * MIX_1;
        mixed = (mixed ^ (mixed >>> 13)) * MIX_2;
        return mixed ^ (mixed >>> 16);
    }
}
