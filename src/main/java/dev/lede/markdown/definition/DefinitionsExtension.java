package dev.lede.markdown.definition;

import org.commonmark.Extension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Definition lists as Hugo reads them: after a paragraph, each line of which is a term, lines that begin with a colon.
 *
 * <pre>{@code
 * Term
 * : What it means.
 * }</pre>
 */
public final class DefinitionsExtension implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

    private DefinitionsExtension() {}

    /** For a parser, and for the renderer of what it parses. */
    public static Extension create() {
        return new DefinitionsExtension();
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.customBlockParserFactory(new DefinitionParser.Factory());
        parser.postProcessor(DefinitionLists::gatherIn);
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        renderer.nodeRendererFactory(DefinitionRenderer::new);
    }
}
