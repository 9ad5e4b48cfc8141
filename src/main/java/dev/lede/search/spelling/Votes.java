package dev.lede.search.spelling;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what may have been meant; the nearest wins, then the most frequent, then the first in the alphabet. */
final class Votes {

    /** More words are not remembered. */
    private static final int MOST = 10_000;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> distances = new TreeMap<>();

    void add(String word, int distance, int times) {
        if (counts.size() < MOST || counts.containsKey(word)) {
            counts.merge(word, times, Integer::sum);
            distances.put(word, distance);
        }
    }

    Optional<String> winner() {
        String best = null;
        for (var word : counts.keySet()) {
            if (best == null || isBetter(word, best)) {
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isBetter(String word, String other) {
        int nearer = distances.getOrDefault(other, 0) - distances.getOrDefault(word, 0);
        return nearer > 0 || (nearer == 0 && counts.getOrDefault(word, 0) > counts.getOrDefault(other, 0));
    }
}
