package dev.lede.markdown.tag;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tags that close those whose inner text is no Markdown. Asked from front to back it looks at each character
 * once for a name. For one source.
 */
final class Closers {

    private final String source;
    private final Map<String, Matcher> next = new HashMap<>();
    private final Set<String> missing = new HashSet<>();

    Closers(String source) {
        this.source = source;
    }

    /** The first tag after a token that closes it, or null. */
    @Nullable
    MatchResult of(Token token) {
        String name = Pattern.quote(token.name());
        String closer = token.kind() == Token.Kind.SHORTCODE
                ? "\\{\\{[<%]\\s*+/\\s*+" + name + "\\s*+[>%]}}"
                : "\\{%-?\\s*+end" + name + "\\s*+-?%}";
        Matcher known = next.get(closer);
        boolean isKnown = known != null && (missing.contains(closer) || known.start() >= token.end());
        if (known == null) {
            known = Pattern.compile(closer).matcher(source);
            next.put(closer, known);
        }
        if (!isKnown && !known.find(token.end())) {
            missing.add(closer);
        }
        return missing.contains(closer) ? null : known.toMatchResult();
    }
}
