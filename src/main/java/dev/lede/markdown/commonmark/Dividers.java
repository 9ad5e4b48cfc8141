package dev.lede.markdown.commonmark;

import dev.lede.markdown.node.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Brings dividers into the one form that is looked for in the page, a comment {@code <!--more-->} of its own. A source
 * is read twice for it, but only one that needs it. Thread-safe.
 */
public final class Dividers {

    private static final String DIVIDER = "<!--more-->";

    private static final Pattern ANY_DIVIDER = Pattern.compile("<!--\\s*+more\\s*+-->");

    /**
     * CommonMark: a line that begins with a comment is raw HTML to its end. And as in Hugo, what touches a divider on both
     * sides is no word.
     */
    private static final Pattern GLUED = Pattern.compile(
            "(?:^ {0,3}(?=<!--\\s*+more\\s*+-->[ \\t]*+\\S)|(?<=\\S)(?=<!--\\s*+more\\s*+-->\\S))(<!--[^>]*+>)",
            Pattern.MULTILINE);

    private final Parser parser = Parser.builder()
            .maxOpenBlockParsers(MarkdownHtml.DEEPEST)
            .maxInlineNesting(MarkdownHtml.DEEPEST)
            .customInlineContentParserFactory(new HopelessTag.Factory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /**
     * Makes an author's own separator a divider, unless it stands in code, and sets off a divider that has text after it
     * on its line.
     *
     * @param separator empty for none
     */
    public String inMarkdown(String markdown, String separator) {
        String divided = isForeign(separator) ? setOff(markdown, separator) : markdown;
        if (!divided.contains("<!--")) {
            return divided;
        }
        Matcher glued = GLUED.matcher(divided);
        return glued.find() ? setOff(divided, glued.group(1)) : divided;
    }

    /** Makes an author's own separator a divider; empty for none. */
    public String inHtml(String html, String separator) {
        int at = isForeign(separator) ? html.indexOf(separator) : -1;
        return at < 0 ? html : html.substring(0, at) + DIVIDER + html.substring(at + separator.length());
    }

    private static boolean isForeign(String separator) {
        return !separator.isEmpty() && !ANY_DIVIDER.matcher(separator).matches();
    }

    private String setOff(String markdown, String separator) {
        int at = markdown.indexOf(separator, leadingSpace(markdown));
        if (at < 0) {
            return markdown;
        }
        List<SourceSpan> code = code(markdown);
        int span = 0;
        while (at >= 0) {
            while (span < code.size() && end(code.get(span)) <= at) {
                span++;
            }
            if (span == code.size() || code.get(span).getInputIndex() > at) {
                return markdown.substring(0, at) + "\n\n" + DIVIDER + "\n\n"
                        + markdown.substring(at + separator.length());
            }
            at = markdown.indexOf(separator, at + 1);
        }
        return markdown;
    }

    private static int leadingSpace(String text) {
        return text.length() - text.stripLeading().length();
    }

    /** Where code stands, in the order of the document. */
    private List<SourceSpan> code(String markdown) {
        var spans = new ArrayList<SourceSpan>();
        Node document = parser.parse(markdown);
        for (Node node = document; node != null; node = Tree.next(node, document)) {
            if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock || node instanceof Code) {
                spans.addAll(node.getSourceSpans());
            }
        }
        return spans;
    }

    private static int end(SourceSpan span) {
        return span.getInputIndex() + span.getLength();
    }
}
