package dev.lede.markdown.kramdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kramdown's attribute lists (kramdown.gettalong.org/syntax.html): <code>{: .class #id name="value"}</code>, and the marks
 * <code>{:toc}</code> and <code>{:.no_toc}</code>. A tuple of Elixir, <code>{:ok, value}</code>, is none.
 */
final class AttributeList {

    private static final String ATTRIBUTES =
            "\\{:(?:\\s*+(?:[.#][\\w:-]++|[\\w:-]++=(?:\"[^\"\\n]*+\"|'[^'\\n]*+'|[^\\s\"'{}]++)))++\\s*+}";

    private static final String MARK = "\\{:\\s*+(?:no_)?+toc\\s*+}";

    /** {@code {::options … /}}, {@code {::nomarkdown}}, {@code {:/nomarkdown}}. */
    private static final String EXTENSION = "\\{:(?::[a-z]++(?:\\s[^{}]*+)?+|/[a-z]*+)}";

    private static final Pattern LINE =
            Pattern.compile("(?:" + ATTRIBUTES + "|" + MARK + "|" + EXTENSION + ")[ \\t]*+");

    private static final Pattern SPAN = Pattern.compile(ATTRIBUTES);
    private static final Pattern CONTENTS = Pattern.compile("\\{:\\s*+toc\\s*+}\\s*+");
    private static final Pattern ID = Pattern.compile("[{:\\s]#([\\w:-]++)");

    private AttributeList() {}

    /** Whether a line without its indentation has nothing else. */
    static boolean fills(CharSequence line) {
        return LINE.matcher(line).matches();
    }

    /** Whether it stands for the table of contents. */
    static boolean isContents(CharSequence line) {
        return CONTENTS.matcher(line).matches();
    }

    /** Where the one ends with which a text begins; 0 when it begins otherwise. */
    static int end(String text) {
        Matcher list = SPAN.matcher(text);
        return list.lookingAt() ? list.end() : 0;
    }

    /** The id that a list gives, or null. */
    static @Nullable String id(CharSequence list) {
        Matcher id = ID.matcher(list);
        return id.find() ? id.group(1) : null;
    }
}
