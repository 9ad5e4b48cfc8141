package dev.lede.markdown.tag;

import java.util.regex.Pattern;

/**
 * What stands for a tag while a source is parsed: a few noncharacters, which mean nothing to Markdown and HTML. They tell
 * the number of the tag, and to which of three sorts it belongs. Around them is what counts as punctuation, so that
 * emphasis may begin and end beside them: <code>_so_{{&lt; x &gt;}}</code>.
 */
public final class Placeholders {

    /** A tag by itself. */
    static final char SINGLE = '\uFDD1';
    /** A tag that opens or closes something. */
    static final char PAIRED = '\uFDD2';
    /** A text; no tag any more. */
    static final char SHOWN = '\uFDD3';

    /** Object replacement character. */
    private static final char EDGE = '\uFFFC';

    private static final char END = '\uFDD4';
    private static final char ZERO = '\uFDE0';
    private static final int RADIX = 16;

    /** One of them; the number is its first group. */
    static final Pattern ANY = Pattern.compile("\uFFFC?+[\uFDD1-\uFDD3]([\uFDE0-\uFDEF]{1,6})\uFDD4\uFFFC?+");

    private static final Pattern LINE =
            Pattern.compile("[ \\t]*+\uFFFC[\uFDD1\uFDD2][\uFDD1\uFDD2\uFDD4\uFDE0-\uFDEF\uFFFC \\t]*+");

    private static final Pattern NONCHARACTER = Pattern.compile("[\uFDD0-\uFDEF]");

    private Placeholders() {}

    /** A line without anything else, after another line. */
    private static final Pattern LATER_LINE =
            Pattern.compile("\\n[\uFDD1\uFDD2\uFDD4\uFDE0-\uFDEF\uFFFC \\t]++(?=\\n|\\z)");

    /** Whether there are only tags on a line. */
    public static boolean fill(CharSequence line) {
        return LINE.matcher(line).matches();
    }

    /** Whether there is one of a tag that opens or closes something. */
    public static boolean arePaired(CharSequence line) {
        return line.chars().anyMatch(unit -> unit == PAIRED);
    }

    /** A text without lines of tags alone. */
    static String withoutLines(String text) {
        return LATER_LINE.matcher(text).replaceAll("");
    }

    static boolean areIn(String text) {
        return text.indexOf(SINGLE) >= 0 || text.indexOf(PAIRED) >= 0 || text.indexOf(SHOWN) >= 0;
    }

    static String of(char sort, int number) {
        var placeholder = new StringBuilder().append(EDGE).append(sort);
        Integer.toString(number, RADIX)
                .chars()
                .forEach(digit -> placeholder.append((char) (ZERO + Character.digit(digit, RADIX))));
        return placeholder.append(END).append(EDGE).toString();
    }

    static int number(String digits) {
        int number = 0;
        for (int at = 0; at < digits.length(); at++) {
            number = number * RADIX + digits.charAt(at) - ZERO;
        }
        return number;
    }

    /** A source without characters that could be taken for placeholders. Unicode: they are not for interchange. */
    static String removedFrom(String source) {
        return NONCHARACTER.matcher(source).replaceAll("\uFFFD");
    }
}
