package dev.lede.markdown.commonmark;

import dev.lede.markdown.tag.Placeholders;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * A line of tags alone. It is a block of its own, so that no paragraph begins with it that would take the code, table or
 * rule after it for its own text. Within a paragraph it is part of that, as in Hugo, unless it opens or closes something:
 * what stands between such tags is read by itself there.
 */
final class TagLine extends AbstractBlockParser {

    private final HtmlBlock block = new HtmlBlock();

    private TagLine(String line) {
        block.setLiteral(line);
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return BlockContinue.none();
    }

    /** Begins such blocks. */
    static final class Factory extends AbstractBlockParserFactory {

        private static final int CODE_INDENT = 4;

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence content = state.getLine().getContent();
            if (state.getIndent() >= CODE_INDENT) {
                return BlockStart.none();
            }
            CharSequence line = content.subSequence(state.getNextNonSpaceIndex(), content.length());
            boolean isInParagraph = state.getActiveBlockParser().getBlock() instanceof Paragraph;
            if (!Placeholders.fill(line) || (isInParagraph && !Placeholders.arePaired(line))) {
                return BlockStart.none();
            }
            return BlockStart.of(new TagLine(line.toString())).atIndex(content.length());
        }
    }
}
