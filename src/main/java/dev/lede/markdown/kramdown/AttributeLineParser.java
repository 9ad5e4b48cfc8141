package dev.lede.markdown.kramdown;

import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Reads lines of attribute lists. */
final class AttributeLineParser extends AbstractBlockParser {

    private final AttributeLine block;

    private AttributeLineParser(String list) {
        this.block = new AttributeLine(list);
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return BlockContinue.none();
    }

    /** Begins such blocks, in the middle of a paragraph too. */
    static final class Factory extends AbstractBlockParserFactory {

        private static final int CODE_INDENT = 4;

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence content = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            boolean mayBegin = start + 1 < content.length()
                    && content.charAt(start) == '{'
                    && content.charAt(start + 1) == ':'
                    && state.getIndent() < CODE_INDENT;
            if (!mayBegin) {
                return BlockStart.none();
            }
            CharSequence line = content.subSequence(start, content.length());
            return AttributeList.fills(line)
                    ? BlockStart.of(new AttributeLineParser(line.toString())).atIndex(content.length())
                    : BlockStart.none();
        }
    }
}
