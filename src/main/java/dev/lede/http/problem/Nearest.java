package dev.lede.http.problem;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known name that a misspelt one was probably meant to be. Pure and thread-safe. */
public final class Nearest {

    /** Longer input than this has no hint: the time taken grows with its length. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * The known name that takes the fewest edits to reach, if these are few enough to be a slip; else null.
     *
     * @param given what the client wrote, of any length
     */
    public static @Nullable String to(String given, Collection<String> known) {
        if (given.isEmpty() || given.length() > LONGEST) {
            return null;
        }
        String best = null;
        int fewest = Math.max(1, given.length() / 3) + 1;
        for (var name : known) {
            int edits = edits(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                best = name;
                fewest = edits;
            }
        }
        return best;
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one each. */
    private static int edits(String from, String to) {
        var previous = new int[to.length() + 1];
        var current = new int[to.length() + 1];
        var older = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
                if (swapped(from, i, to, j)) {
                    current[j] = Math.min(current[j], older[j - 2] + 1);
                }
            }
            var freed = older;
            older = previous;
            previous = current;
            current = freed;
        }
        return previous[to.length()];
    }

    private static boolean swapped(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
