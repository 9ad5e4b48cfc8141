package dev.lede.markdown.text;

import com.ibm.icu.text.BreakIterator;
import java.util.List;

/**
 * The beginning of a text, on one line.
 *
 * @param truncated whether anything but white space was left out
 */
public record Beginning(String text, boolean truncated) {

    /** Most clusters are a character or two; where a text is not like that, all of it is read. */
    private static final int CHARACTERS_A_CLUSTER = 4;

    /**
     * As much of a text as there is room for in {@code most} grapheme clusters, up to the end of a sentence, else of a
     * clause, else of a word, else of a cluster.
     */
    public static Beginning of(String text, int most, String language) {
        int likelyEnough = wholeCharacters(text, (int) Math.min(text.length(), (long) most * CHARACTERS_A_CLUSTER));
        String lines = foldLines(text.substring(0, likelyEnough));
        int limit = afterClusters(lines, most);
        if (limit == BreakIterator.DONE && likelyEnough < text.length()) {
            lines = foldLines(text);
            limit = afterClusters(lines, most);
        }
        if (limit == BreakIterator.DONE) {
            return new Beginning(lines.replace('\n', ' '), false);
        }
        int end = lastSentenceEnd(lines, limit, language);
        if (end <= 0 || !isBetweenClusters(lines, end)) {
            end = Cutting.end(lines, 0, limit);
        }
        return new Beginning(lines.substring(0, end).strip().replace('\n', ' '), true);
    }

    /**
     * So many grapheme clusters of a text, or all of it when there are no more.
     *
     * @param lines the text
     * @param mostCharacters how long the answer may become where clusters are long
     */
    public static String ofLines(List<String> lines, int clusters, int mostCharacters) {
        var text = new StringBuilder();
        for (String line : lines) {
            if (text.length() > mostCharacters) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(line, 0, Math.min(line.length(), mostCharacters + 1));
        }
        boolean isMore = text.length() > mostCharacters;
        String bounded = text.substring(0, isMore ? boundary(text, mostCharacters) : text.length());
        int limit = afterClusters(bounded, clusters);
        return (limit == BreakIterator.DONE ? bounded : bounded.substring(0, limit)).strip();
    }

    /** Where the last cluster before {@code limit} ends; {@code limit} itself, or nearly so, within a longer one. */
    private static int boundary(CharSequence text, int limit) {
        BreakIterator graphemes = BreakIterators.graphemes();
        graphemes.setText(text.toString());
        int end = graphemes.preceding(limit + 1);
        return end > 0 ? end : wholeCharacters(text, limit);
    }

    /** Half a surrogate pair would count as a cluster. */
    private static int wholeCharacters(CharSequence text, int length) {
        return length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    }

    private static String foldLines(String text) {
        var lines = new StringBuilder(text.length());
        text.lines().map(Whitespace::fold).filter(line -> !line.isEmpty()).forEach(line -> {
            if (!lines.isEmpty()) {
                lines.append('\n');
            }
            lines.append(line);
        });
        return lines.toString();
    }

    /** Where so many clusters end, or DONE when there are no more than that. */
    private static int afterClusters(String text, int count) {
        BreakIterator graphemes = BreakIterators.graphemes();
        graphemes.setText(text);
        int end = graphemes.next(count);
        return end >= text.length() ? BreakIterator.DONE : end;
    }

    private static boolean isBetweenClusters(String text, int at) {
        BreakIterator graphemes = BreakIterators.graphemes();
        graphemes.setText(text);
        return graphemes.isBoundary(at);
    }

    /** A line ends a sentence when it ends with a stop: a heading is none. 0 when no sentence ends in time. */
    private static int lastSentenceEnd(String lines, int limit, String language) {
        int lineStart = lines.lastIndexOf('\n', limit - 1) + 1;
        int lineEnd = endOfLine(lines, lineStart);
        while (true) {
            String line = lines.substring(lineStart, lineEnd);
            int end = lastSentenceEndInLine(line, limit - lineStart, language);
            if (end > 0 || lineStart == 0) {
                return lineStart + end;
            }
            lineEnd = lineStart - 1;
            lineStart = lines.lastIndexOf('\n', lineEnd - 1) + 1;
        }
    }

    private static int lastSentenceEndInLine(String line, int limit, String language) {
        if (line.length() <= limit && Marks.endsWithStop(line)) {
            return line.length();
        }
        var sentences = new Sentences(line, language);
        int last = 0;
        for (int next = sentences.next(); next != Sentences.DONE && next < line.length(); next = sentences.next()) {
            int end = withoutSpace(line, next);
            if (end > limit) {
                break;
            }
            last = end;
        }
        return last;
    }

    private static int endOfLine(String lines, int from) {
        int end = lines.indexOf('\n', from);
        return end < 0 ? lines.length() : end;
    }

    private static int withoutSpace(String line, int end) {
        int at = end;
        while (at > 0 && Script.isSpace(line.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
