package dev.lede.markdown.definition;

import dev.lede.markdown.node.Tree;
import java.util.Objects;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;

/** Makes lists of definitions and the paragraphs before them: each line of those is a term. Linear in the document. */
final class DefinitionLists {

    private DefinitionLists() {}

    static Node gatherIn(Node document) {
        Node node = document;
        while (node != null) {
            if (node instanceof Definition definition) {
                gather(definition);
                unwrapOnlyParagraph(definition);
            }
            node = Tree.next(node, document);
        }
        return document;
    }

    private static void gather(Definition definition) {
        Node before = definition.getPrevious();
        if (before instanceof DefinitionList list) {
            list.appendChild(definition);
            return;
        }
        Node earlier = before == null ? null : before.getPrevious();
        var list = before instanceof Paragraph && earlier instanceof DefinitionList open ? open : new DefinitionList();
        if (!list.equals(earlier)) {
            Objects.requireNonNullElse(before instanceof Paragraph ? before : null, definition)
                    .insertBefore(list);
        }
        if (before instanceof Paragraph terms) {
            moveTerms(terms, list);
        }
        list.appendChild(definition);
    }

    private static void moveTerms(Paragraph from, DefinitionList into) {
        var term = new DefinitionTerm();
        Node child = from.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                into.appendChild(term);
                term = new DefinitionTerm();
            } else {
                term.appendChild(child);
            }
            child = next;
        }
        into.appendChild(term);
        from.unlink();
    }

    private static void unwrapOnlyParagraph(Definition definition) {
        Node only = definition.getFirstChild();
        if (!definition.isTight() || !(only instanceof Paragraph) || only.getNext() != null) {
            return;
        }
        Node child = only.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            only.insertBefore(child);
            child = next;
        }
        only.unlink();
    }
}
