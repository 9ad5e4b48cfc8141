package dev.lede.markdown.tag;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An address with a {@code ref}, {@code relref}, {@code post_url} or {@code link} in it.
 *
 * @param before what stands before the tag
 * @param target as written, fragment and all
 * @param after what stands after the tag: {@code #part}
 */
public record Reference(String before, String target, String after) {

    private static final Pattern ABSOLUTE = Pattern.compile("\\s*+(?:[a-zA-Z][a-zA-Z0-9+.-]*+:|//).*+", Pattern.DOTALL);

    /**
     * The address that this becomes; empty when there is none. The base path of its site, which Jekyll's authors put
     * before, is not repeated: the answer is a whole address already. Another site's stays ({@code https://…?u=}).
     */
    public String resolved(UnaryOperator<String> target) {
        String answer = target.apply(this.target);
        if (answer.isBlank()) {
            return "";
        }
        return (ABSOLUTE.matcher(before).matches() ? before : "") + answer.strip() + after;
    }
}
