package dev.lede.markdown.commonmark;

import dev.lede.markdown.node.Tree;
import dev.lede.markdown.tag.Tags;
import dev.lede.markdown.tag.Tags.Piece;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Placeholders of tags in a tree of nodes. */
final class TagNodes {

    private TagNodes() {}

    /** The numbers of those tags that stand in code. */
    static List<Integer> inCode(Node document, Tags tags) {
        var numbers = new ArrayList<Integer>();
        for (Node node = tags.isEmpty() ? null : document; node != null; node = Tree.next(node, document)) {
            numbers.addAll(tags.inCode(code(node)));
        }
        return numbers;
    }

    /** Writes the code between highlighting tags: a block where they have lines to themselves, else a span. */
    static void writeCode(Node document, Tags tags) {
        Node node = tags.isEmpty() ? null : document;
        while (node != null) {
            Node next = Tree.next(node, document);
            if (node instanceof HtmlBlock block) {
                block.setLiteral(tags.withCodeBlocks(block.getLiteral()));
            } else if (node instanceof Text text) {
                writeSpans(text, tags.pieces(text.getLiteral()));
            }
            node = next;
        }
    }

    private static void writeSpans(Text text, List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece.code() == null) {
                text.setLiteral(piece.text());
            } else {
                text.insertBefore(new Text(piece.text()));
                text.insertBefore(new Code(piece.code()));
            }
        }
    }

    private static String code(Node node) {
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof FencedCodeBlock block) {
            return block.getLiteral();
        }
        return node instanceof IndentedCodeBlock block ? block.getLiteral() : "";
    }
}
