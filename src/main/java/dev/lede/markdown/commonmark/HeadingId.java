package dev.lede.markdown.commonmark;

import dev.lede.markdown.node.Tree;
import dev.lede.markdown.tag.Placeholders;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** The id that an author gives a heading with {@code {#id}} after it; the first child of its heading, rendered as nothing. */
final class HeadingId extends CustomNode {

    /** Hugo's attribute list: an id, classes and named values; all but the id vanish. */
    private static final Pattern ATTRIBUTES = Pattern.compile(
            "\\s*+\\{\\s*+((?:(?:[#.][^\\s{}#.\"'=<>`]++|[\\w:-]++=(?:\"[^\"]*+\"|[^\\s\"{}]++))\\s*+)++)}\\s*+$");

    private static final Pattern ID = Pattern.compile("(?:^|\\s)#(\\S++)");

    private final String id;

    private HeadingId(String id) {
        this.id = id;
    }

    static Node takeFrom(Node document) {
        for (Node node = document; node != null; node = Tree.next(node, document)) {
            if (node instanceof Heading heading && heading.getLastChild() instanceof Text text) {
                take(heading, text);
            }
        }
        return document;
    }

    static void giveTo(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof Heading && node.getFirstChild() instanceof HeadingId given) {
            attributes.put("id", given.id);
        }
    }

    private static void take(Heading heading, Text text) {
        String literal = withoutTagsAfter(text.getLiteral());
        int brace = literal.lastIndexOf('{');
        if (brace < 0 || !literal.stripTrailing().endsWith("}")) {
            return;
        }
        Matcher attributes = ATTRIBUTES.matcher(literal).region(brace, literal.length());
        if (!attributes.lookingAt()) {
            return;
        }
        text.setLiteral(literal.substring(0, brace).stripTrailing());
        Matcher id = ID.matcher(attributes.group(1));
        if (id.find()) {
            heading.prependChild(new HeadingId(id.group(1)));
        }
    }

    private static String withoutTagsAfter(String literal) {
        int end = literal.lastIndexOf('}') + 1;
        return Placeholders.fill(literal.substring(end)) ? literal.substring(0, end) : literal;
    }
}
