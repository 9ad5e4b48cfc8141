package dev.lede.markdown.commonmark;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Walks a tree of nodes without calling itself, so that no document is too deep. */
final class Tree {

    /** Levels of nodes. No author comes near it; the libraries' recursion does well with it on a small stack. */
    private static final int DEEPEST = 200;

    private Tree() {}

    /** The node after this one in the order of the document, or null at the end of {@code root}. */
    static @Nullable Node next(Node node, Node root) {
        return node.getFirstChild() != null ? node.getFirstChild() : afterSubtree(node, root);
    }

    /** The node after this one and all in it. */
    static @Nullable Node afterSubtree(Node node, Node root) {
        Node at = node;
        while (at != root && at.getNext() == null) {
            at = at.getParent();
        }
        return at == root ? null : at.getNext();
    }

    /** Lifts what lies too deep: a node below the limit is replaced by its children. */
    static Node flatten(Node root) {
        int depth = 0;
        Node at = root;
        while (at != null) {
            Node child = at.getFirstChild();
            if (child != null && depth < DEEPEST) {
                at = child;
                depth++;
            } else if (child != null) {
                at = replaceByChildren(at);
            } else {
                while (at != root && at.getNext() == null) {
                    at = at.getParent();
                    depth--;
                }
                at = at == root ? null : at.getNext();
            }
        }
        return root;
    }

    private static Node replaceByChildren(Node node) {
        Node first = node.getFirstChild();
        Node after = node;
        Node child = first;
        while (child != null) {
            Node next = child.getNext();
            after.insertAfter(child);
            after = child;
            child = next;
        }
        node.unlink();
        return first;
    }
}
