package dev.lede.markdown.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ids of headings, as Hugo makes them by default, each once in a document. Not thread-safe. */
final class HeadingIds {

    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> nextNumbers = new HashMap<>();

    /** An id that stands in the document already. */
    void keep(String id) {
        used.add(id);
    }

    /** An author's own id, with a number when it is taken. */
    String of(String wanted) {
        if (used.add(wanted)) {
            return wanted;
        }
        int number = nextNumbers.getOrDefault(wanted, 1);
        String candidate = wanted + "-" + number;
        while (!used.add(candidate)) {
            number++;
            candidate = wanted + "-" + number;
        }
        nextNumbers.put(wanted, number + 1);
        return candidate;
    }

    /** An id from a heading's text. */
    String ofTitle(String title) {
        String anchor = anchor(title);
        return of(anchor.isEmpty() ? "heading" : anchor);
    }

    /** Hugo, markup/goldmark/autoid.go: letters, digits and _ in lower case; each space and hyphen is a hyphen. */
    private static String anchor(String title) {
        var anchor = new StringBuilder(title.length());
        title.codePoints().forEach(codePoint -> {
            if (codePoint == ' ' || codePoint == '-') {
                anchor.append('-');
            } else if (codePoint == '_' || Character.isLetter(codePoint) || Character.isDigit(codePoint)) {
                anchor.appendCodePoint(codePoint);
            }
        });
        return anchor.toString().toLowerCase(Locale.ROOT);
    }
}
