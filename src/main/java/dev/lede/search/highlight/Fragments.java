package dev.lede.search.highlight;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Chooses the parts of a body that are shown: around what was found, cut where sentences or words end. */
final class Fragments {

    /** So many are shown. */
    static final int MOST = 3;

    /** In characters, unless what was found is longer by itself. */
    private static final int LONGEST = 160;

    /** In characters: so far from what was found it is looked where sentences end, which takes its time. No fragment goes so far. */
    private static final int SEEN = 2 * LONGEST;

    private final BreakIterator sentences;
    private final BreakIterator words;

    Fragments(String lang) {
        sentences = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(lang));
        words = BreakIterator.getWordInstance(ULocale.forLanguageTag(lang));
    }

    /** @param found ascending, without overlaps */
    List<Span> around(String text, List<Span> found) {
        var fragments = new ArrayList<Span>();
        for (var span : found) {
            var last = fragments.isEmpty() ? null : fragments.get(fragments.size() - 1);
            if (last != null && span.end() <= last.end()) {
                continue;
            }
            if (fragments.size() == MOST) {
                break;
            }
            fragments.add(around(text, span, last == null ? 0 : last.end()));
        }
        return fragments;
    }

    /** @param least where it may start */
    private Span around(String text, Span span, int least) {
        int from = Math.max(0, span.start() - SEEN);
        int to = Math.min(text.length(), span.end() + SEEN);
        var cut = cut(text.substring(from, to), new Span(span.start() - from, span.end() - from), least - from);
        return new Span(cut.start() + from, cut.end() + from);
    }

    private Span cut(String text, Span span, int least) {
        sentences.setText(text);
        words.setText(text);
        int start = Math.max(least, sentenceStart(span.start()));
        int end = Math.max(span.end(), sentenceEnd(text, span.end()));
        int room = Math.max(0, LONGEST - (span.end() - span.start()));
        if (span.start() - start > room / 2) {
            start = Math.max(start, wordAfter(span.start() - room / 2, span.start()));
        }
        int left = Math.max(0, LONGEST - (span.end() - start));
        if (end - span.end() > left) {
            end = wordBefore(span.end() + left, span.end());
        }
        return trimmed(text, start, end, span);
    }

    private int sentenceStart(int at) {
        return sentences.isBoundary(at) ? at : Math.max(0, sentences.preceding(at));
    }

    private int sentenceEnd(String text, int at) {
        if (at >= text.length() || sentences.isBoundary(at)) {
            return at;
        }
        int end = sentences.following(at);
        return end == BreakIterator.DONE ? text.length() : end;
    }

    private int wordAfter(int at, int most) {
        if (at <= 0 || words.isBoundary(at)) {
            return Math.max(0, at);
        }
        int next = words.following(at);
        return next == BreakIterator.DONE ? most : Math.min(next, most);
    }

    private int wordBefore(int at, int least) {
        return words.isBoundary(at) ? at : Math.max(least, words.preceding(at));
    }

    private static Span trimmed(String text, int start, int end, Span span) {
        int from = start;
        int to = end;
        while (from < span.start() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > span.end() && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }
}
