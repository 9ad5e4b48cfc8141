package dev.lede.markdown.html;

import java.util.function.UnaryOperator;

/** Resolves relative targets: of links, and of pictures and other media. An empty answer means none. */
public record Targets(UnaryOperator<String> link, UnaryOperator<String> picture) {

    /** Leaves targets as they are written. */
    public static final Targets AS_WRITTEN = new Targets(UnaryOperator.identity(), UnaryOperator.identity());
}
