package dev.lede.markdown.commonmark;

import java.util.HashSet;
import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Takes a {@code <} that begins no tag, comment or address for text before the parser tries: it would look for the end
 * at each of them anew, which takes a minute for 100,000 unclosed comments. One of these reads the inlines of one block.
 */
final class HopelessTag implements InlineContentParser {

    /** A tag with a {@code <} in a quoted attribute may be so long. */
    private static final int LONGEST_ODD_TAG = 1_000;

    /** Ends that were looked for in vain; further on they are not either. */
    private final Set<String> missing = new HashSet<>();

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        var afterBracket = scanner.position();
        return isHopeless(scanner) ? ParsedInline.of(new Text("<"), afterBracket) : ParsedInline.none();
    }

    private boolean isHopeless(Scanner scanner) {
        if (scanner.next("!--")) {
            return isMissing("-->", scanner);
        }
        if (scanner.next("![CDATA[")) {
            return isMissing("]]>", scanner);
        }
        if (scanner.next('?')) {
            return isMissing("?>", scanner);
        }
        return scanner.next('!') ? isMissing(">", scanner) : isNoTag(scanner);
    }

    private boolean isMissing(String end, Scanner scanner) {
        if (missing.contains(end)) {
            return true;
        }
        while (scanner.find(end.charAt(0)) >= 0) {
            if (scanner.next(end)) {
                return false;
            }
            scanner.next();
        }
        missing.add(end);
        return true;
    }

    /** Neither has white space at the beginning; neither an address nor, outside quotation marks, a tag has another {@code <} in it. */
    private static boolean isNoTag(Scanner scanner) {
        if (Character.isWhitespace(scanner.peek())) {
            return true;
        }
        boolean quoted = false;
        boolean another = false;
        for (int length = 0; scanner.hasNext(); length++) {
            char next = scanner.peek();
            if (next == '>') {
                return false;
            }
            another |= next == '<';
            quoted |= next == '"' || next == '\'';
            if (another && (!quoted || length > LONGEST_ODD_TAG)) {
                return true;
            }
            scanner.next();
        }
        return true;
    }

    /** Makes one for each block. */
    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return new HopelessTag();
        }
    }
}
