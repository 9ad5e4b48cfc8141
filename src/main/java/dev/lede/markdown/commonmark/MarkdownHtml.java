package dev.lede.markdown.commonmark;

import dev.lede.markdown.bound.CrowdedBlocks;
import dev.lede.markdown.bound.LongParagraphs;
import dev.lede.markdown.bound.SparseTables;
import dev.lede.markdown.definition.DefinitionsExtension;
import dev.lede.markdown.kramdown.AttributesExtension;
import dev.lede.markdown.tag.Tagged;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with GFM's tables, strikethrough, autolinks and task lists, footnotes, definition lists, and {@code {#id}}
 * after headings. Raw HTML passes through: the answer is not safe to show. Shortcodes and Liquid tags are placeholders, but
 * in code. Thread-safe.
 */
public final class MarkdownHtml {

    /** Blocks in blocks, and inlines in inlines. Deeper ones are text: parser and renderer call themselves for each level. */
    static final int DEEPEST = 100;

    /** Of one source. Each finds tags that stand in code; what the last one finds is put right in the page. */
    private static final int MOST_READINGS = 4;

    private final Dialect commonMark = Dialect.of();
    private final Dialect kramdown = Dialect.of(AttributesExtension.create());
    private final Dialect summaries =
            Dialect.of((Parser.ParserExtension) parser -> parser.postProcessor(OrderedMarkers::intoText));

    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create(),
                    FootnotesExtension.create(),
                    DefinitionsExtension.create()))
            .attributeProviderFactory(context -> HeadingId::giveTo)
            .build();

    /** HTML of a body; where tags were are placeholders. */
    public Tagged of(String markdown) {
        return html(markdown, commonMark);
    }

    /** HTML of a body in Jekyll's Markdown: the same, without kramdown's attribute lists. */
    public Tagged ofKramdown(String markdown) {
        return html(markdown, kramdown);
    }

    /** HTML of a short text, in which "3. Oktober" begins a sentence and not a list. */
    public Tagged ofSummary(String markdown) {
        return html(markdown, summaries);
    }

    private Tagged html(String markdown, Dialect dialect) {
        Tagged tagged = Tagged.of(markdown);
        Node document = parse(tagged, dialect);
        // What is code is known when all has been parsed; without a tag, or a pair of them, the rest may read
        // otherwise.
        for (int reading = 1; reading < MOST_READINGS; reading++) {
            List<Integer> inCode = TagNodes.inCode(document, tagged.tags());
            if (inCode.isEmpty()) {
                break;
            }
            tagged = tagged.asWritten(inCode);
            document = parse(tagged, dialect);
        }
        TagNodes.writeCode(document, tagged.tags());
        return tagged.with(CjkEmphasis.undo(renderer.render(document)));
    }

    private static Node parse(Tagged tagged, Dialect dialect) {
        return dialect.parserFor(tagged.text()).parse(CjkEmphasis.ease(tagged.text()));
    }

    /** What is read as Markdown, with parsers for ordinary texts and for such as would be too much for those. */
    private record Dialect(List<Extension> extensions, Parser usual, Parser withoutTables) {

        static Dialect of(Extension... more) {
            var extensions = new ArrayList<>(List.of(more));
            extensions.addAll(List.of(
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create(),
                    FootnotesExtension.create(),
                    DefinitionsExtension.create()));
            return new Dialect(
                    List.copyOf(extensions),
                    withTables(extensions).build(),
                    withoutTables(extensions).build());
        }

        Parser parserFor(String text) {
            boolean isSparse = SparseTables.in(text);
            if (LongParagraphs.mayBeIn(text)) {
                return (isSparse ? withoutTables(extensions) : withTables(extensions))
                        .customBlockParserFactory(new LongParagraphs())
                        .build();
            }
            return isSparse ? withoutTables : usual;
        }

        private static Parser.Builder withTables(List<Extension> extensions) {
            return withoutTables(extensions).extensions(List.of(TablesExtension.create()));
        }

        private static Parser.Builder withoutTables(List<Extension> extensions) {
            return Parser.builder()
                    .maxOpenBlockParsers(DEEPEST)
                    .maxInlineNesting(DEEPEST)
                    .inlineParserFactory(CrowdedBlocks::new)
                    .customBlockParserFactory(new TagLine.Factory())
                    .customInlineContentParserFactory(new HopelessTag.Factory())
                    .extensions(extensions)
                    .postProcessor(SwallowingTags::defuseIn)
                    .postProcessor(Repetition::limitIn)
                    .postProcessor(Autolinks::in)
                    .postProcessor(HeadingId::takeFrom);
        }
    }
}
