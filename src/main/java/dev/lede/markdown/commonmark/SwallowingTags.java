package dev.lede.markdown.commonmark;

import dev.lede.markdown.node.Tree;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Raw tags of elements that hide what stands in them. One that is never closed would take the rest of the document with it:
 * somebody who writes {@code a <Select> of three} means the word, so it is text. One that closes itself, which HTML
 * does not know, is closed. For one document; linear in it.
 */
final class SwallowingTags {

    private static final String ELEMENTS =
            "audio|canvas|iframe|math|noembed|noframes|noscript|plaintext|select|svg|template"
                    + "|textarea|title|video|xmp";

    private static final Pattern TAG = Pattern.compile(
            "<(/?+)(" + ELEMENTS + ")(?=[\\s/>])(?:[^<>\"'/]++|/(?!>)|\"[^\"]*+\"|'[^']*+')*+(/?+)>",
            Pattern.CASE_INSENSITIVE);

    /** The number of the last tag that closes an element, by the element's name. */
    private final Map<String, Integer> lastClosers = new HashMap<>();

    private int tags;

    private SwallowingTags() {}

    static Node defuseIn(Node document) {
        var swallowing = new SwallowingTags();
        swallowing.findClosers(document);
        if (swallowing.tags > 0) {
            swallowing.tags = 0;
            swallowing.defuse(document);
        }
        return document;
    }

    private void findClosers(Node document) {
        for (Node node = document; node != null; node = Tree.next(node, document)) {
            Matcher tag = TAG.matcher(html(node));
            while (tag.find()) {
                tags++;
                if (!tag.group(1).isEmpty()) {
                    lastClosers.put(name(tag), tags);
                }
            }
        }
    }

    private void defuse(Node document) {
        Node node = document;
        while (node != null) {
            Node next = Tree.next(node, document);
            if (node instanceof HtmlBlock block) {
                block.setLiteral(TAG.matcher(block.getLiteral()).replaceAll(this::inBlock));
            } else if (node instanceof HtmlInline inline) {
                defuse(inline);
            }
            node = next;
        }
    }

    private String inBlock(MatchResult tag) {
        return Matcher.quoteReplacement(isUnclosed(tag) ? "&lt;" + tag.group().substring(1) : closed(tag));
    }

    private void defuse(HtmlInline inline) {
        Matcher tag = TAG.matcher(inline.getLiteral());
        if (!tag.matches()) {
            return;
        }
        if (isUnclosed(tag)) {
            inline.insertBefore(new Text(inline.getLiteral()));
            inline.unlink();
        } else {
            inline.setLiteral(closed(tag));
        }
    }

    private boolean isUnclosed(MatchResult tag) {
        tags++;
        return tag.group(1).isEmpty() && tag.group(3).isEmpty() && lastClosers.getOrDefault(name(tag), 0) < tags;
    }

    private static String closed(MatchResult tag) {
        boolean closesItself = tag.group(1).isEmpty() && !tag.group(3).isEmpty();
        return closesItself ? tag.group() + "</" + tag.group(2) + ">" : tag.group();
    }

    private static String name(MatchResult tag) {
        return tag.group(2).toLowerCase(Locale.ROOT);
    }

    private static String html(Node node) {
        if (node instanceof HtmlBlock block) {
            return block.getLiteral();
        }
        return node instanceof HtmlInline inline ? inline.getLiteral() : "";
    }
}
