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
                .map(block -> closed(Whitespace.fold(block.text())))
                .toList();
    }

    /** Without the gap that a picture or a shortcode leaves before a full stop or a comma; no sentence has one there. */
    private static String closed(String line) {
        int gap = gap(line, 0);
        if (gap < 0) {
            return line;
        }
        var closed = new StringBuilder(line.length());
        int copied = 0;
        while (gap >= 0) {
            closed.append(line, copied, gap);
            copied = gap + 1;
            gap = gap(line, copied);
        }
        return closed.append(line, copied, line.length()).toString();
    }

    private static int gap(String line, int from) {
        for (int at = line.indexOf(' ', from); at >= 0; at = line.indexOf(' ', at + 1)) {
            boolean isStop = at > 0 && at + 1 < line.length() && ".,".indexOf(line.charAt(at + 1)) >= 0;
            if (isStop && (at + 2 == line.length() || line.charAt(at + 2) == ' ')) {
                return at;
            }
        }
        return -1;
    }
}
