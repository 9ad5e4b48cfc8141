package dev.lede.markdown.text;

import java.util.List;

/** A block of plain text; it may have several lines. Never blank. */
public record TextBlock(Kind kind, String text) {

    /** What a block is. Only prose goes into an automatic summary. */
    public enum Kind {
        /** Paragraphs, list items, quotations. */
        PROSE,
        HEADING,
        CODE,
        TABLE,
        CAPTION,
        FOOTNOTE
    }

    /** What automatic summaries are made from: each block of prose on one line. */
    public static List<String> prose(List<TextBlock> blocks) {
        return blocks.stream()
                .filter(block -> block.kind() == Kind.PROSE)
                .map(block -> Whitespace.fold(block.text()))
                .toList();
    }
}
