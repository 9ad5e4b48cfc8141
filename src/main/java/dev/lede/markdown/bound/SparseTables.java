package dev.lede.markdown.bound;

/**
 * Finds tables that are mostly missing cells. GFM fills short rows up, so that a header of 5,000 columns and 2,000 rows
 * of {@code |} make ten million cells from a few kilobytes.
 */
public final class SparseTables {

    private static final int MOST_MISSING_CELLS = 200_000;

    private SparseTables() {}

    /** Whether more cells would have to be filled up than is bearable. */
    public static boolean in(String markdown) {
        long missing = 0;
        int columns = 0;
        int lineStart = 0;
        while (lineStart < markdown.length() && missing <= MOST_MISSING_CELLS) {
            int newline = markdown.indexOf('\n', lineStart);
            int lineEnd = newline < 0 ? markdown.length() : newline;
            int cells = pipes(markdown, lineStart, lineEnd) + 1;
            if (cells == 1) {
                columns = 0;
            } else if (isDelimiterRow(markdown, lineStart, lineEnd)) {
                columns = cells;
            } else {
                missing += Math.max(0, columns - cells);
            }
            lineStart = lineEnd + 1;
        }
        return missing > MOST_MISSING_CELLS;
    }

    private static int pipes(String text, int start, int end) {
        int count = 0;
        for (int at = start; at < end; at++) {
            count += text.charAt(at) == '|' ? 1 : 0;
        }
        return count;
    }

    /** Hyphens, colons and pipes, and what may stand before them when the table is part of a list or quotation. */
    private static boolean isDelimiterRow(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if ("|-: \t\r>*+.)0123456789".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }
}
