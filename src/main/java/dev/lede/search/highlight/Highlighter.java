package dev.lede.search.highlight;

import dev.lede.search.query.TextQuery;
import dev.lede.search.token.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what was found in articles. For one query; not thread-safe. */
public final class Highlighter {

    /** A body is looked through in parts of so many characters, until enough is found. */
    private static final int PART = 20_000;

    private final TextQuery query;
    private final Map<Language, Finder> finders = new HashMap<>();
    private final Map<String, Fragments> fragments = new HashMap<>();

    public Highlighter(TextQuery query) {
        this.query = query;
    }

    /** The title as HTML, if anything was found there. */
    public Optional<String> title(String title, String lang) {
        var found = finder(lang).in(title);
        return found.isEmpty() ? Optional.empty() : Optional.of(Marked.html(title, found));
    }

    /** Fragments of the body as HTML, in their order; none where nothing was found. */
    public List<String> body(String body, String lang) {
        var shown = new ArrayList<String>();
        for (int from = 0; from < body.length() && shown.size() < Fragments.MOST; ) {
            int to = end(body, from);
            var part = body.substring(from, to);
            var found = finder(lang).in(part);
            if (!found.isEmpty()) {
                var chosen = fragments.computeIfAbsent(lang, Fragments::new).around(part, found);
                chosen.stream()
                        .limit(Fragments.MOST - shown.size())
                        .forEach(span -> shown.add(Marked.html(part, span, found)));
            }
            from = to;
        }
        return shown;
    }

    private Finder finder(String lang) {
        return finders.computeIfAbsent(Language.of(lang), language -> new Finder(query, language));
    }

    // At the end of a line where there is one, so that no part cuts what belongs together.
    private static int end(String body, int from) {
        if (body.length() - from <= PART) {
            return body.length();
        }
        int line = body.lastIndexOf('\n', from + PART);
        int end = line > from ? line + 1 : from + PART;
        return Character.isLowSurrogate(body.charAt(end)) ? end - 1 : end;
    }
}
