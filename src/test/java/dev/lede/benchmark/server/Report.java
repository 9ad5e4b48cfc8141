package dev.lede.benchmark.server;

import java.util.Collection;
import java.util.Locale;

/** What people read in the end. */
final class Report {

    private Report() {}

    /** Begins a table with these columns; its rows are lines that begin and end with a stroke. */
    static void table(String... columns) {
        line("");
        line("%s", "| " + String.join(" | ", columns) + " |");
        line("%s", "|" + " --- |".repeat(columns.length));
    }

    /** Prints a line of Markdown. */
    @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"})
    static void line(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }

    /** The one in the middle; of an even number, the upper one. */
    static double median(Collection<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
