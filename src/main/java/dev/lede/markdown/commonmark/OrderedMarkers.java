package dev.lede.markdown.commonmark;

import dev.lede.markdown.node.Tree;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;

/** Numbers of ordered lists as text: in a summary "3. Oktober" is a date. */
final class OrderedMarkers {

    private OrderedMarkers() {}

    static Node intoText(Node document) {
        for (Node node = document; node != null; node = Tree.next(node, document)) {
            if (node instanceof OrderedList list) {
                number(list);
            }
        }
        return document;
    }

    private static void number(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        int number = start == null ? 1 : start;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Node block = item.getFirstChild();
            if (block != null) {
                block.prependChild(new Text(number + "" + list.getMarkerDelimiter() + " "));
            }
            number++;
        }
    }
}
