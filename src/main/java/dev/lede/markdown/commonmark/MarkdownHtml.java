package dev.lede.markdown.commonmark;

import java.util.List;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with GFM's tables, strikethrough, autolinks and task lists, footnotes, and {@code {#id}} after headings. Raw
 * HTML passes through: the answer is not safe to show. Thread-safe.
 */
public final class MarkdownHtml {

    /** Blocks in blocks. Deeper ones are text: parser and renderer call themselves for each level. */
    static final int DEEPEST_BLOCK = 100;

    private final Parser parser;
    private final Parser summaryParser;
    private final HtmlRenderer renderer;

    public MarkdownHtml() {
        this.parser = parser().build();
        this.summaryParser = parser().postProcessor(OrderedMarkers::intoText).build();
        this.renderer = HtmlRenderer.builder()
                .extensions(List.of(
                        TablesExtension.create(),
                        StrikethroughExtension.create(),
                        TaskListItemsExtension.create(),
                        FootnotesExtension.create()))
                .attributeProviderFactory(context -> HeadingId::giveTo)
                .build();
    }

    /** HTML of a body. */
    public String of(String markdown) {
        return render(parser, markdown);
    }

    /** HTML of a short text, in which "3. Oktober" begins a sentence and not a list. */
    public String ofSummary(String markdown) {
        return render(summaryParser, markdown);
    }

    private String render(Parser by, String markdown) {
        String eased = CjkEmphasis.ease(markdown);
        return CjkEmphasis.undo(renderer.render(by.parse(eased)));
    }

    private static Parser.Builder parser() {
        return Parser.builder()
                .maxOpenBlockParsers(DEEPEST_BLOCK)
                // First of all, since the others, and the extensions', call themselves for each level.
                .postProcessor(Tree::flatten)
                .extensions(List.of(
                        TablesExtension.create(),
                        StrikethroughExtension.create(),
                        TaskListItemsExtension.create(),
                        FootnotesExtension.create()))
                .postProcessor(Autolinks::in)
                .postProcessor(HeadingId::takeFrom);
    }
}
