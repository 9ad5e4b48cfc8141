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

    /** Blocks in blocks, and inlines in inlines. Deeper ones are text: parser and renderer call themselves for each level. */
    static final int DEEPEST = 100;

    private final Parser parser = withTables().build();
    private final Parser parserWithoutTables = withoutTables().build();
    private final Parser summaryParser =
            withTables().postProcessor(OrderedMarkers::intoText).build();

    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create(),
                    FootnotesExtension.create()))
            .attributeProviderFactory(context -> HeadingId::giveTo)
            .build();

    /** HTML of a body. */
    public String of(String markdown) {
        return render(SparseTables.in(markdown) ? parserWithoutTables : parser, markdown);
    }

    /** HTML of a short text, in which "3. Oktober" begins a sentence and not a list. */
    public String ofSummary(String markdown) {
        return render(SparseTables.in(markdown) ? parserWithoutTables : summaryParser, markdown);
    }

    private String render(Parser by, String markdown) {
        String eased = CjkEmphasis.ease(markdown);
        return CjkEmphasis.undo(renderer.render(by.parse(eased)));
    }

    private static Parser.Builder withTables() {
        return withoutTables().extensions(List.of(TablesExtension.create()));
    }

    private static Parser.Builder withoutTables() {
        return Parser.builder()
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .customInlineContentParserFactory(new HopelessTag.Factory())
                .extensions(List.of(
                        StrikethroughExtension.create(), TaskListItemsExtension.create(), FootnotesExtension.create()))
                .postProcessor(Repetition::limitIn)
                .postProcessor(Autolinks::in)
                .postProcessor(HeadingId::takeFrom);
    }
}
