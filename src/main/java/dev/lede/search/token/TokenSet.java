package dev.lede.search.token;

import java.util.Arrays;

/** Collects tokens. Not thread-safe. */
final class TokenSet {

    private int[] tokens = new int[1_024];
    private int size;

    void add(int token) {
        if (size == tokens.length) {
            compact();
            if (size > tokens.length / 2) {
                tokens = Arrays.copyOf(tokens, tokens.length * 2);
            }
        }
        tokens[size++] = token;
    }

    /** Each once, ascending. */
    int[] sorted() {
        compact();
        return Arrays.copyOf(tokens, size);
    }

    private void compact() {
        Arrays.sort(tokens, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || tokens[i] != tokens[i - 1]) {
                tokens[kept++] = tokens[i];
            }
        }
        size = kept;
    }
}
