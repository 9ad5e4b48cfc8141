package dev.lede.markdown.node;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Walks a tree of nodes in the order of the document. */
public final class Tree {

    private Tree() {}

    /** The node after this one in the order of the document, or null at the end of {@code root}. */
    public static @Nullable Node next(Node node, Node root) {
        return node.getFirstChild() != null ? node.getFirstChild() : afterSubtree(node, root);
    }

    /** The node after this one and all in it. */
    public static @Nullable Node afterSubtree(Node node, Node root) {
        Node at = node;
        while (at != root && at.getNext() == null) {
            at = at.getParent();
        }
        return at == root ? null : at.getNext();
    }
}
