package dev.lede.markdown.commonmark;

import dev.lede.markdown.node.Tree;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Bare addresses in text become links: {@code https://…}, {@code www.…}, {@code somebody@example.org}.
 *
 * <p>As GFM has it, but an address is ASCII, as in Hugo, so that Chinese text may follow it without a space; and it may
 * follow anything but a letter or digit of its own alphabet ({@code 见https://…}, {@code 1.https://…}).
 */
final class Autolinks {

    private static final String HOST = "[a-zA-Z0-9_-]++(?:\\.[a-zA-Z0-9_-]++)*+";

    private static final Pattern ADDRESS = Pattern.compile("(?<![a-zA-Z0-9])(?:"
            + "(?:https?|ftp)://" + HOST + "(?::[0-9]++)?+(?:[/?#][!-;=?-~]*+)?+"
            + "|www\\.(?=[a-zA-Z0-9_-]++\\.)" + HOST + "(?::[0-9]++)?+(?:[/?#][!-;=?-~]*+)?+"
            + "|(?<![a-zA-Z0-9._+-])[a-zA-Z0-9._+-]++@[a-zA-Z0-9-]++(?:\\.[a-zA-Z0-9-]++)++(?![a-zA-Z0-9_-]))");

    private static final String NEVER_LAST = "?!.,:;*_~'\"";

    private Autolinks() {}

    static Node in(Node document) {
        Node node = document;
        while (node != null) {
            if (node instanceof Link) {
                node = Tree.afterSubtree(node, document);
                continue;
            }
            Node next = Tree.next(node, document);
            if (node instanceof Text text && mayHaveAddress(text.getLiteral())) {
                split(text);
            }
            node = next;
        }
        return document;
    }

    private static boolean mayHaveAddress(String literal) {
        return literal.indexOf('@') >= 0 || literal.contains("://") || literal.contains("www.");
    }

    private static void split(Text text) {
        String literal = text.getLiteral();
        Matcher address = ADDRESS.matcher(literal);
        Node last = text;
        int taken = 0;
        while (address.find()) {
            int end = address.start() + length(address.group());
            if (address.start() > taken) {
                last = append(last, new Text(literal.substring(taken, address.start())));
            }
            last = append(last, link(literal.substring(address.start(), end)));
            taken = end;
        }
        if (last == text) {
            return;
        }
        if (taken < literal.length()) {
            append(last, new Text(literal.substring(taken)));
        }
        text.unlink();
    }

    private static Node append(Node last, Node node) {
        last.insertAfter(node);
        return node;
    }

    private static Link link(String address) {
        String target = address;
        if (address.startsWith("www.")) {
            target = "http://" + address;
        } else if (!address.contains("://")) {
            target = "mailto:" + address;
        }
        var link = new Link(target, null);
        link.appendChild(new Text(address));
        return link;
    }

    /** GFM: trailing punctuation is not part of the address, nor is a closing parenthesis that has no partner in it. */
    private static int length(String address) {
        int unpaired = 0;
        for (int at = 0; at < address.length(); at++) {
            unpaired += address.charAt(at) == ')' ? 1 : address.charAt(at) == '(' ? -1 : 0;
        }
        int end = address.length();
        while (end > 0) {
            char last = address.charAt(end - 1);
            if (last == ')' && unpaired > 0) {
                unpaired--;
            } else if (NEVER_LAST.indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return end;
    }
}
