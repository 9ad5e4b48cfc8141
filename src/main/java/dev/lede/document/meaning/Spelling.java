package dev.lede.document.meaning;

/** How far two words are apart. */
final class Spelling {
    private Spelling() {}

    /** Letters left out, added, changed or swapped with their neighbour (optimal string alignment). */
    static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    /** Whether two neighbouring letters changed places, and nothing else. */
    static boolean isSwapped(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return a.length() == b.length()
                && at + 1 < a.length()
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && a.regionMatches(at + 2, b, at + 2, a.length() - at - 2);
    }

    /** Whether one letter stands twice in {@code a}, and nothing else. */
    static boolean isDoubled(String a, String b) {
        for (int at = 1; at < a.length() && a.length() == b.length() + 1; at++) {
            if (a.charAt(at) == a.charAt(at - 1) && (a.substring(0, at) + a.substring(at + 1)).equals(b)) {
                return true;
            }
        }
        return false;
    }

    private static int step(String a, String b, int[][] cost, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
