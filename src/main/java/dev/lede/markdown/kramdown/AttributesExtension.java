package dev.lede.markdown.kramdown;

import org.commonmark.Extension;
import org.commonmark.parser.Parser;

/** Kramdown's attribute lists vanish, and its placeholder for a table of contents with them. */
public final class AttributesExtension implements Parser.ParserExtension {

    private AttributesExtension() {}

    /** For a parser. */
    public static Extension create() {
        return new AttributesExtension();
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.customBlockParserFactory(new AttributeLineParser.Factory());
        parser.postProcessor(Attributes::takeFrom);
    }
}
