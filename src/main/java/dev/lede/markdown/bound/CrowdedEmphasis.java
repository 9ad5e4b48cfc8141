package dev.lede.markdown.bound;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/**
 * Takes marks of emphasis as they are written, past so many in one block: at the end of every link the parser walks over
 * all those before it that nothing has closed. For one block; not thread-safe.
 */
public final class CrowdedEmphasis implements InlineContentParser {

    /** Runs of marks in one block, such as {@code **}. */
    private static final int MOST_RUNS = 1_000;

    /** Steps over marks that one paragraph may cost, about half a second. */
    private static final long MOST_STEPS = 100_000_000;

    private static final String MARKS = "*_~";

    private int runs;

    private CrowdedEmphasis() {}

    /** Whether a source has a paragraph with so many marks and links that it would take long. */
    public static boolean in(String markdown) {
        long runs = 0;
        long links = 0;
        boolean blank = true;
        char before = '\n';
        for (int at = 0; at < markdown.length(); at++) {
            char c = markdown.charAt(at);
            if (c == '\n' && blank) {
                runs = 0;
                links = 0;
            }
            blank = c == '\n' || (blank && Character.isWhitespace(c));
            runs += c != before && MARKS.indexOf(c) >= 0 ? 1 : 0;
            links += c == ']' ? 1 : 0;
            if (runs * links > MOST_STEPS) {
                return true;
            }
            before = c;
        }
        return false;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        runs++;
        if (runs <= MOST_RUNS) {
            return ParsedInline.none();
        }
        var scanner = state.scanner();
        char mark = scanner.peek();
        int length = scanner.matchMultiple(mark);
        return ParsedInline.of(new Text(String.valueOf(mark).repeat(length)), scanner.position());
    }

    /** Makes one for each block. */
    public static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('*', '_', '~');
        }

        @Override
        public InlineContentParser create() {
            return new CrowdedEmphasis();
        }
    }
}
