package dev.lede.markdown.definition;

import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Reads one definition: a colon, a blank, blocks; further lines are indented as far as the first one's text. */
final class DefinitionParser extends AbstractBlockParser {

    private final Definition block;
    private final int offset;

    private DefinitionParser(boolean isTight, int offset) {
        this.block = new Definition(isTight);
        this.offset = offset;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        return state.getIndent() >= offset ? BlockContinue.atColumn(state.getColumn() + offset) : BlockContinue.none();
    }

    /** Begins definitions where Hugo does (goldmark, extension/definition_list.go): after a paragraph or another one. */
    static final class Factory extends AbstractBlockParserFactory {

        /** More blanks than that after the colon are one, and indented code. */
        private static final int MOST_BLANKS = 7;

        private static final int BLANKS_BEFORE_CODE = 5;
        private static final int TAB = 4;

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int colon = state.getNextNonSpaceIndex();
            if (state.getIndent() != 0 || colon >= line.length() || line.charAt(colon) != ':') {
                return BlockStart.none();
            }
            int blanks = blanks(line, colon + 1, state.getColumn() + 1);
            if (blanks == 0 || !isDefinable(matched.getMatchedBlockParser().getBlock())) {
                return BlockStart.none();
            }
            int width = 1 + (blanks > MOST_BLANKS ? BLANKS_BEFORE_CODE : blanks);
            // A blank line would have ended the paragraph before, wherever that stands.
            boolean isTight = state.getActiveBlockParser().getBlock() instanceof Paragraph;
            return BlockStart.of(new DefinitionParser(isTight, width)).atColumn(state.getColumn() + width);
        }

        private static boolean isDefinable(Block at) {
            Node last = at instanceof Paragraph ? at : at.getLastChild();
            return last instanceof Paragraph || last instanceof Definition;
        }

        private static int blanks(CharSequence line, int from, int fromColumn) {
            int column = fromColumn;
            for (int at = from; at < line.length(); at++) {
                char blank = line.charAt(at);
                if (blank != ' ' && blank != '\t') {
                    return column - fromColumn;
                }
                column += blank == '\t' ? TAB - column % TAB : 1;
            }
            // Nothing follows the colon: one blank is what stands between it and what comes on the next line.
            return column > fromColumn ? 1 : 0;
        }
    }
}
