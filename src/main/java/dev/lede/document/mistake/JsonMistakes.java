package dev.lede.document.mistake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What JSON's parser complains of, with what to write instead. */
public final class JsonMistakes {

    private static final Pattern SOURCE = Pattern.compile(" ?\\((?:for \\w+ starting|start marker) at \\[.*?\\]\\)");
    private static final Pattern CODE = Pattern.compile(" ?\\(code \\d+(?: / 0x[0-9a-f]+)?\\)");
    private static final Pattern FEATURE = Pattern.compile(" ?\\([^()]*Feature[^()]*\\)|: enable `.*");
    private static final Pattern UNEXPECTED = Pattern.compile("(?s)Unexpected character \\('(.+?)'.*");

    private JsonMistakes() {}

    /**
     * The mistake behind an error.
     *
     * @param line of the content, counted from 1, as is the column
     */
    public static Mistake of(String message, int line, int column) {
        String first = message.lines().findFirst().orElse("");
        String plain = FEATURE.matcher(
                        CODE.matcher(SOURCE.matcher(first).replaceAll("")).replaceAll(""))
                .replaceAll("");
        return new Mistake(line, column, null, null, "no JSON: " + plain, hint(first));
    }

    private static @Nullable String hint(String message) {
        Matcher unexpected = UNEXPECTED.matcher(message);
        String character = unexpected.matches() ? unexpected.group(1) : "";
        if (message.contains("start field name") && character.equals("}")) {
            return "take away the comma before the closing brace";
        }
        if (character.equals("/") || character.equals("#")) {
            return "JSON has no comments: take it away";
        }
        if (message.contains("start field name") || message.contains("Unrecognized token") || isQuote(character)) {
            return "put keys and text in double quotes; only true, false, null and numbers stand without";
        }
        if (message.contains("expecting comma")) {
            return "put a comma after the value before it";
        }
        if (message.contains("expecting a colon")) {
            return "put a colon after the key";
        }
        return other(message);
    }

    private static boolean isQuote(String character) {
        return !character.isEmpty() && "'`\u2018\u2019\u201C\u201D".contains(character);
    }

    private static @Nullable String other(String message) {
        if (message.contains("Illegal unquoted character")) {
            return "write a line end in text as \\n and a tab as \\t";
        }
        if (message.contains("character escape")) {
            return "double the backslash";
        }
        if (message.contains("close marker")) {
            return "close what was opened last first";
        }
        if (message.contains("Leading zero") || message.contains("Non-standard token")) {
            return "put it in double quotes";
        }
        return message.contains("expected a valid value")
                ? "put text in double quotes; a list has no empty items"
                : null;
    }
}
