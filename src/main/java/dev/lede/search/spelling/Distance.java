package dev.lede.search.spelling;

/** How far two words are from each other, in letters changed, added, left out, or swapped with the next one. */
final class Distance {

    private Distance() {}

    /** Optimal string alignment; above the limit some number above it. */
    static int of(String first, String second, int limit) {
        var a = first.codePoints().toArray();
        var b = second.codePoints().toArray();
        if (Math.abs(a.length - b.length) > limit) {
            return limit + 1;
        }
        var before = new int[b.length + 1];
        var last = new int[b.length + 1];
        var row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.length];
    }
}
