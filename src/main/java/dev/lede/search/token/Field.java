package dev.lede.search.token;

/** Where tokens stand. */
public enum Field {
    /** Anywhere in the article. */
    ANY(0),
    /** In its title. */
    TITLE(16),
    /** Among its terms, keywords and authors. */
    TAGS(32);

    private final int seed;

    Field(int seed) {
        this.seed = seed;
    }

    /** Goes into the hashes of all tokens of this field, and is never to change. */
    int seed() {
        return seed;
    }
}
