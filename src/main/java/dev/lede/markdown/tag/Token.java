package dev.lede.markdown.tag;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One tag as it is written.
 *
 * @param name without the slash of a closing tag; empty when there is none
 * @param arguments what stands between name and end, stripped
 * @param isClosing whether the tag closes one that was opened
 */
record Token(Kind kind, int start, int end, String name, String arguments, boolean isClosing) {

    /** Nobody's target is longer; a tag in a link that is used again and again must not grow with each use. */
    private static final int LONGEST = 2_000;

    private static final Pattern ARGUMENT = Pattern.compile(
            "(?:([\\w-]++)\\s*+=\\s*+)?+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|`([^`]*+)`|([^\\s\"`=]++))",
            Pattern.DOTALL);

    enum Kind {
        /** Hugo's, in angle brackets or percent signs. */
        SHORTCODE,
        /** Hugo's, commented out: shows how a shortcode is written. */
        SHOWN_SHORTCODE,
        /** Liquid's, in percent signs. */
        LIQUID,
        /** Liquid's, in two braces. */
        OUTPUT
    }

    /** The value of the argument so named, else the first one that has no name; empty when there is none. */
    String argument(String name) {
        if (arguments.length() > LONGEST) {
            return "";
        }
        return argument(name, arguments);
    }

    private static String argument(String name, String arguments) {
        String first = "";
        Matcher argument = ARGUMENT.matcher(arguments);
        while (argument.find()) {
            if (name.equals(argument.group(1))) {
                return value(argument);
            }
            if (first.isEmpty() && argument.group(1) == null) {
                first = value(argument);
            }
        }
        return first;
    }

    /** The first word of a Liquid tag; empty when it is a variable. */
    String firstWord() {
        String target =
                arguments.length() > LONGEST ? "" : argument("", arguments.split("[|\\s]", 2)[0]);
        return target.contains("{") ? "" : target;
    }

    private static String value(Matcher argument) {
        if (argument.group(2) != null) {
            return argument.group(2).replace("\\\"", "\"").strip();
        }
        return (argument.group(3) != null ? argument.group(3) : argument.group(4)).strip();
    }
}
