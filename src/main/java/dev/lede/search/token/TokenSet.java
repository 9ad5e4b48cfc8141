package dev.lede.search.token;

import java.util.Arrays;

/** Tokens, each once, with their places in the order in which they first came. Not thread-safe. */
final class TokenSet {

    private static final int FIRST_SIZE = 1_024;

    /** Spreads what is no hash by itself: 2³² divided by the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    private int[] tokens = new int[FIRST_SIZE];
    private int size;

    /** Of each token one more than its place, where its hash or what others have left leads to; twice as long as tokens. */
    private int[] table = new int[2 * FIRST_SIZE];

    /** Adds a token that is not there yet; gives its place, from 0. */
    int add(int token) {
        int at = start(token);
        while (table[at] != 0) {
            if (tokens[table[at] - 1] == token) {
                return table[at] - 1;
            }
            at = (at + 1) & (table.length - 1);
        }
        if (size == tokens.length) {
            grow();
            return add(token);
        }
        tokens[size] = token;
        table[at] = ++size;
        return size - 1;
    }

    boolean contains(int token) {
        int at = start(token);
        while (table[at] != 0 && tokens[table[at] - 1] != token) {
            at = (at + 1) & (table.length - 1);
        }
        return table[at] != 0;
    }

    int size() {
        return size;
    }

    /** @param place from 0 */
    int at(int place) {
        return tokens[place];
    }

    /** All of them, ascending. */
    int[] sorted() {
        var sorted = Arrays.copyOf(tokens, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private int start(int token) {
        return (token * SPREAD) >>> (1 + Integer.numberOfLeadingZeros(table.length));
    }

    private void grow() {
        var all = Arrays.copyOf(tokens, size);
        tokens = new int[2 * size];
        table = new int[4 * size];
        size = 0;
        for (int token : all) {
            add(token);
        }
    }
}
