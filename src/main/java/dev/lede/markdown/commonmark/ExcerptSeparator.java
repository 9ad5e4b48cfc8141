package dev.lede.markdown.commonmark;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Turns a separator of an author's own into the divider that everybody knows. Thread-safe. */
public final class ExcerptSeparator {

    private static final String DIVIDER = "<!--more-->";

    private final Parser parser = Parser.builder()
            .maxOpenBlockParsers(MarkdownHtml.DEEPEST)
            .maxInlineNesting(MarkdownHtml.DEEPEST)
            .customInlineContentParserFactory(new HopelessTag.Factory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** The first separator that does not stand in code becomes a {@code <!--more-->} between blank lines. */
    public String toDivider(String markdown, String separator) {
        int at = markdown.indexOf(separator, leadingSpace(markdown));
        if (at < 0 || separator.equals(DIVIDER)) {
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
