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

    /** How many different tokens there are of what follows what. */
    private static final int MOST_NEXT = 1 << 16;

    private Token() {}

    static int of(Field field, Kind kind, CharSequence text) {
        return apart(mixed(over(seed(field, kind), text)));
    }

    /** Of two texts that belong together. */
    static int of(Field field, Kind kind, CharSequence first, CharSequence second) {
        int hash = over(seed(field, kind), first);
        int mixed = mixed(over((hash ^ 0xFFFF) * PRIME, second));
        // Most words follow each other once in a corpus: a token for each would take more room than all others.
        return kind == Kind.NEXT ? mixed & (MOST_NEXT - 1) : apart(mixed);
    }

    // No other token is one of these few.
    private static int apart(int token) {
        return token >= 0 && token < MOST_NEXT ? token | 1 << 30 : token;
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
