package dev.lede.benchmark.server;

import java.util.Collection;
import java.util.Locale;

/** What people read in the end. */
final class Report {

    private Report() {}

    /** Prints a line. */
    @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"})
    static void line(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }

    /** The one in the middle; of an even number, the upper one. */
    static double median(Collection<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
