package dev.lede.search.token;

/** What a token stands for. Tokens of different kinds never are the same, but for the hash. */
enum Kind {
    /** A word without its diacritics, or with its signs. */
    WORD(1),
    /** The beginning of a longer word. */
    PREFIX(2),
    /** What a word and its inflected forms share. */
    STEM(3),
    /** Two words that are joined, or two parts of one. */
    JOINT(4),
    /** A character of a script without spaces. */
    SINGLE(5),
    /** Two of them that follow each other. */
    PAIR(6),
    /** Two pieces that follow each other otherwise, words for instance; some share a token, so that the text decides. */
    NEXT(7);

    private final int seed;

    Kind(int seed) {
        this.seed = seed;
    }

    /** Goes into the hashes of all tokens of this kind, and is never to change. */
    int seed() {
        return seed;
    }
}
