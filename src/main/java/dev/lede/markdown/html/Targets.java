package dev.lede.markdown.html;

import java.util.function.UnaryOperator;

/** Resolves relative targets: of links, of pictures and other media, of references. An empty answer means none. */
public record Targets(UnaryOperator<String> link, UnaryOperator<String> picture, UnaryOperator<String> reference) {

    /** Leaves targets as they are written. */
    public static final Targets AS_WRITTEN =
            new Targets(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());
}
