package dev.lede.markdown.bound;

import java.util.ArrayList;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Reads a block in pieces where it has so many links among so many brackets and marks of emphasis that it would take
 * long: at the end of every link the parser walks over all marks before it, and over all open brackets. What begins in
 * one piece and ends in another is text. For one source; not thread-safe.
 */
public final class CrowdedBlocks implements InlineParser {

    /** Steps over marks and brackets that one block may cost, some hundredths of a second. */
    private static final long MOST_STEPS = 8_000_000;

    /** Brackets and runs of marks, such as {@code **}, in one piece. */
    private static final int MOST_MARKS = 2_000;

    private final InlineParser parser;

    public CrowdedBlocks(InlineParserContext context) {
        // What the library takes where it is given none; it has no public name for that.
        this.parser = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        if (steps(lines) > MOST_STEPS) {
            parseInPieces(lines, block);
        } else {
            parser.parse(lines, block);
        }
    }

    private static long steps(SourceLines lines) {
        long steps = 0;
        long runs = 0;
        long open = 0;
        for (SourceLine line : lines.getLines()) {
            CharSequence text = line.getContent();
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == ']') {
                    steps += runs + open;
                    open = Math.max(0, open - 1);
                } else if (isMark(text, at)) {
                    open += c == '[' ? 1 : 0;
                    runs += c == '[' ? 0 : 1;
                }
            }
        }
        return steps;
    }

    private void parseInPieces(SourceLines lines, Node block) {
        var piece = new ArrayList<SourceLine>();
        int marks = 0;
        for (SourceLine line : lines.getLines()) {
            int more = marks(line.getContent());
            if (marks + more > MOST_MARKS && !piece.isEmpty()) {
                append(SourceLines.of(piece), block);
                block.appendChild(new SoftLineBreak());
                piece.clear();
                marks = 0;
            }
            piece.add(more > MOST_MARKS ? lastPiece(line, block) : line);
            marks += more;
        }
        append(SourceLines.of(piece), block);
    }

    /** Reads all pieces of a line but the last. Each ends before a space, if it has one, else before a mark. */
    private SourceLine lastPiece(SourceLine line, Node block) {
        CharSequence text = line.getContent();
        int start = 0;
        int space = 0;
        int marks = 0;
        int marksAfterSpace = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == ' ') {
                space = at;
                marksAfterSpace = 0;
            } else if (isMark(text, at)) {
                if (marks == MOST_MARKS) {
                    int end = space > start ? space : at;
                    append(SourceLines.of(line.substring(start, end)), block);
                    marks = end == at ? 0 : marksAfterSpace;
                    start = end;
                }
                marks++;
                marksAfterSpace++;
            }
        }
        return line.substring(start, text.length());
    }

    /** By way of a node of its own: the parser looks through all that a block has, not only what it adds. */
    private void append(SourceLines piece, Node block) {
        var holder = new Paragraph();
        parser.parse(piece, holder);
        Node node = holder.getFirstChild();
        while (node != null) {
            Node next = node.getNext();
            block.appendChild(node);
            node = next;
        }
    }

    private static int marks(CharSequence text) {
        int marks = 0;
        for (int at = 0; at < text.length(); at++) {
            marks += isMark(text, at) ? 1 : 0;
        }
        return marks;
    }

    /** Whether a bracket opens here, or a run of marks begins. */
    private static boolean isMark(CharSequence text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '[' -> true;
            case '*', '_', '~' -> at == 0 || text.charAt(at - 1) != c;
            default -> false;
        };
    }
}
