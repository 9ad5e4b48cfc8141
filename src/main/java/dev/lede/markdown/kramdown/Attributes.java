package dev.lede.markdown.kramdown;

import dev.lede.markdown.node.Tree;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Takes attribute lists out of a document. Of all that they say only the id of a heading is kept. */
final class Attributes {

    private Attributes() {}

    static Node takeFrom(Node document) {
        Node node = document;
        while (node != null) {
            Node next = Tree.next(node, document);
            if (node instanceof AttributeLine line) {
                take(line);
            } else if (node instanceof Text text && isSpan(text.getPrevious())) {
                text.setLiteral(text.getLiteral().substring(AttributeList.end(text.getLiteral())));
            }
            node = next;
        }
        return document;
    }

    private static void take(AttributeLine line) {
        Node before = line.getPrevious();
        String id = AttributeList.id(line.list());
        if (before instanceof Heading heading && id != null) {
            heading.appendChild(new Text(" {#" + id + "}"));
        } else if (before instanceof ListBlock && AttributeList.isContents(line.list())) {
            // "* TOC" only marks the place where kramdown puts the table of contents.
            before.unlink();
        }
        line.unlink();
    }

    private static boolean isSpan(@Nullable Node node) {
        return node instanceof Link
                || node instanceof Image
                || node instanceof Code
                || node instanceof Emphasis
                || node instanceof StrongEmphasis;
    }
}
