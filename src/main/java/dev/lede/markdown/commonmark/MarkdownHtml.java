package dev.lede.markdown.commonmark;

import dev.lede.markdown.bound.LongParagraphs;
import dev.lede.markdown.bound.SparseTables;
import dev.lede.markdown.tag.Tagged;
import java.util.List;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with GFM's tables, strikethrough, autolinks and task lists, footnotes, and {@code {#id}} after headings. Raw
 * HTML passes through: the answer is not safe to show. Shortcodes and Liquid tags are placeholders, but in code. Thread-safe.
 */
public final class MarkdownHtml {

    /** Blocks in blocks, and inlines in inlines. Deeper ones are text: parser and renderer call themselves for each level. */
    static final int DEEPEST = 100;

    /** Of one source. Each finds tags that stand in code; what the last one finds is put right in the page. */
    private static final int MOST_READINGS = 4;

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

    /** HTML of a body; where tags were are placeholders. */
    public Tagged of(String markdown) {
        return html(markdown, parser);
    }

    /** HTML of a short text, in which "3. Oktober" begins a sentence and not a list. */
    public Tagged ofSummary(String markdown) {
        return html(markdown, summaryParser);
    }

    private Tagged html(String markdown, Parser by) {
        Tagged tagged = Tagged.of(markdown);
        Node document = parse(tagged, by);
        // What is code is known when all has been parsed; without a tag, or a pair of them, the rest may read
        // otherwise.
        for (int reading = 1; reading < MOST_READINGS; reading++) {
            List<Integer> inCode = TagNodes.inCode(document, tagged.tags());
            if (inCode.isEmpty()) {
                break;
            }
            tagged = tagged.asWritten(inCode);
            document = parse(tagged, by);
        }
        TagNodes.writeCode(document, tagged.tags());
        return tagged.with(CjkEmphasis.undo(renderer.render(document)));
    }

    private Node parse(Tagged tagged, Parser by) {
        return bearable(tagged.text(), by).parse(CjkEmphasis.ease(tagged.text()));
    }

    private Parser bearable(String text, Parser usual) {
        boolean withoutTables = SparseTables.in(text);
        if (LongParagraphs.mayBeIn(text)) {
            return (withoutTables ? withoutTables() : withTables())
                    .customBlockParserFactory(new LongParagraphs())
                    .build();
        }
        return withoutTables ? parserWithoutTables : usual;
    }

    private static Parser.Builder withTables() {
        return withoutTables().extensions(List.of(TablesExtension.create()));
    }

    private static Parser.Builder withoutTables() {
        return Parser.builder()
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .customBlockParserFactory(new TagLine.Factory())
                .customInlineContentParserFactory(new HopelessTag.Factory())
                .extensions(List.of(
                        StrikethroughExtension.create(), TaskListItemsExtension.create(), FootnotesExtension.create()))
                .postProcessor(Repetition::limitIn)
                .postProcessor(Autolinks::in)
                .postProcessor(HeadingId::takeFrom);
    }
}
