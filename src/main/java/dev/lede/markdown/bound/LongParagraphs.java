package dev.lede.markdown.bound;

import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Ends paragraphs that have too many lines, and goes on in one that nothing looks back into: for every line of a
 * paragraph the parser's lists and tables copy all lines before it. For one source; not thread-safe.
 */
public final class LongParagraphs implements BlockParserFactory {

    private static final int MOST_LINES = 1_000;

    private @Nullable BlockParser paragraph;
    private int lines;

    /** Whether a source has so many lines without a blank one between them that a paragraph might be too long. */
    public static boolean mayBeIn(String markdown) {
        int run = 0;
        int lineStart = 0;
        while (lineStart < markdown.length() && run <= MOST_LINES) {
            int newline = markdown.indexOf('\n', lineStart);
            int lineEnd = newline < 0 ? markdown.length() : newline;
            run = isBlank(markdown, lineStart, lineEnd) ? 0 : run + 1;
            lineStart = lineEnd + 1;
        }
        // Lines may also end with a carriage return alone.
        return run > MOST_LINES
                || markdown.chars().filter(c -> c == '\r').limit(MOST_LINES).count() == MOST_LINES;
    }

    private static boolean isBlank(String text, int start, int end) {
        int at = start;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r')) {
            at++;
        }
        return at == end;
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        var active = state.getActiveBlockParser();
        if (!active.equals(paragraph)) {
            paragraph = active;
            lines = 0;
        }
        if (!(active.getBlock() instanceof Paragraph) || active instanceof Rest || state.isBlank()) {
            return BlockStart.none();
        }
        lines++;
        return lines < MOST_LINES
                ? BlockStart.none()
                : BlockStart.of(new Rest()).atIndex(state.getIndex());
    }

    /** What is left of a long paragraph, as a paragraph of its own. */
    private static final class Rest extends AbstractBlockParser {

        private final Paragraph block = new Paragraph();
        private final SourceLines content = SourceLines.empty();

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean canHaveLazyContinuationLines() {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            content.addLine(line);
        }

        @Override
        public void addSourceSpan(SourceSpan span) {
            block.addSourceSpan(span);
        }

        @Override
        public void parseInlines(InlineParser inlines) {
            inlines.parse(content, block);
        }
    }
}
