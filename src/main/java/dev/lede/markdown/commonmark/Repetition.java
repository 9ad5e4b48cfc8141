package dev.lede.markdown.commonmark;

import dev.lede.markdown.node.Tree;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Limits what grows with each mention: a link reference repeats its target wherever it is used, a footnote gets a way
 * back from every mark. Beyond the limits there are no more links and marks, but their text. For one document.
 */
final class Repetition {

    private static final int MOST_FOOTNOTE_MARKS = 10_000;

    /** Of all targets and titles together; twice the size of the largest document. */
    private static final long MOST_TARGET_CHARACTERS = 10_000_000;

    private int footnoteMarks;
    private long targetCharacters;

    private Repetition() {}

    static Node limitIn(Node document) {
        var repetition = new Repetition();
        Node node = document;
        while (node != null) {
            Node next = Tree.next(node, document);
            if (repetition.isTooMuchWith(node)) {
                unwrap(node);
            }
            node = next;
        }
        return document;
    }

    private boolean isTooMuchWith(Node node) {
        if (node instanceof FootnoteReference) {
            footnoteMarks++;
            return footnoteMarks > MOST_FOOTNOTE_MARKS;
        }
        if (node instanceof Link link) {
            return isTooLongWith(link.getDestination(), link.getTitle());
        }
        return node instanceof Image image && isTooLongWith(image.getDestination(), image.getTitle());
    }

    private boolean isTooLongWith(String destination, @Nullable String title) {
        targetCharacters += destination.length() + (title == null ? 0 : title.length());
        return targetCharacters > MOST_TARGET_CHARACTERS;
    }

    private static void unwrap(Node node) {
        if (node instanceof FootnoteReference mark) {
            node.insertBefore(new Text("[^" + mark.getLabel() + "]"));
        }
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            node.insertBefore(child);
            child = next;
        }
        node.unlink();
    }
}
