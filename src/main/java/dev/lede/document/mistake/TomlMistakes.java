package dev.lede.document.mistake;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What TOML's parser complains of, with what to write instead. */
public final class TomlMistakes {

    private static final Pattern DEFINED = Pattern.compile("(.+) previously defined at line (\\d+), column \\d+");
    private static final Pattern UNCLOSED =
            Pattern.compile(".* the (\\w+) opened at line (\\d+), column (\\d+) is unclosed.*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
    private static final Pattern TRUTH = Pattern.compile("(?i:true|false|yes|no|on|off)");

    private final String message;
    private final SourceLine written;
    private final int column;
    private final int firstLine;

    private TomlMistakes(String message, SourceLine written, int column, int firstLine) {
        this.message = message;
        this.written = written;
        this.column = column;
        this.firstLine = firstLine;
    }

    /**
     * The mistake behind an error.
     *
     * @param at line and column of the error in the content
     * @param firstLine the line of the file in which the content begins
     */
    public static Mistake of(String message, String content, int[] at, int firstLine) {
        var written = SourceLine.of(content, at[0], SourceLine.EQUALS);
        return new TomlMistakes(message, written, at[1], firstLine).mistake();
    }

    private Mistake mistake() {
        if (written.isConflict()) {
            return Mistake.at(written.number(), column, "a merge conflict is left in the file", "keep one side of it");
        }
        Matcher defined = DEFINED.matcher(message);
        if (defined.matches()) {
            return twice(defined);
        }
        Matcher unclosed = UNCLOSED.matcher(message);
        if (unclosed.matches()) {
            return Mistake.at(
                    Integer.parseInt(unclosed.group(2)),
                    Integer.parseInt(unclosed.group(3)),
                    "the " + unclosed.group(1) + " is never closed",
                    unclosed.group(1).equals("array") ? "close it with ]" : "close it");
        }
        return Stream.of(date(), sign(), value(), rest())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseGet(() -> Mistake.at(written.number(), column, "no TOML: " + message, null));
    }

    private Mistake twice(MatchResult defined) {
        int line = Integer.parseInt(defined.group(2)) + firstLine - 1;
        return Mistake.at(
                written.number(),
                column,
                "\"" + defined.group(1) + "\" stands in line " + line + " already",
                "TOML allows a key once: delete one of them");
    }

    private @Nullable Mistake date() {
        boolean isDate =
                message.startsWith("Invalid ") && DATE.matcher(written.value()).lookingAt();
        return isDate
                ? Mistake.in(written, column, "is no calendar date or time of day", DateHint.nearest(written.value()))
                : null;
    }

    private @Nullable Mistake sign() {
        if (!message.endsWith("expected . or =")
                && !message.endsWith("expected =")
                && !message.contains("expected a key")) {
            return null;
        }
        SourceLine yaml = SourceLine.of(written.text(), 1, SourceLine.COLON);
        String hint = "a key of letters, digits, - and _ is followed by =; put any other key in quotes";
        if (yaml.hasKey() && !written.hasKey()) {
            hint = "use an equals sign: " + (yaml.value().isEmpty() ? yaml.key() + " =" : yaml.quoted(" = "));
        } else if (written.text().stripLeading().startsWith("- ")) {
            hint = "write a list as tags = [\"one\", \"two\"], or fence YAML with ---";
        }
        return Mistake.at(written.number(), column, "no TOML: " + message, hint);
    }

    private @Nullable Mistake value() {
        if (!message.endsWith("expected a value") || !written.hasKey()) {
            return null;
        }
        if (written.value().isEmpty()) {
            return Mistake.in(
                    written, column, "is no value", "write " + written.key() + " = \"\", or leave the key out");
        }
        return Mistake.in(written, column, "is no TOML value", hint());
    }

    private String hint() {
        if (TRUTH.matcher(written.value()).matches()) {
            return "write true or false, in lower case";
        }
        return written.begins("\u201C\u201D\u201E\u2018\u2019\u00AB")
                ? "use straight quotation marks"
                : "put text in quotes: " + written.quoted(" = ");
    }

    private @Nullable Mistake rest() {
        if (message.contains("expected a newline or end-of-input") && written.hasKey()) {
            boolean isQuoted = written.begins("\"'");
            return Mistake.in(
                    written,
                    column,
                    isQuoted ? "has something after its closing quotation mark" : "is no TOML value",
                    isQuoted
                            ? "use quotes of the other kind around all of it"
                            : "put text in quotes: " + written.quoted(" = "));
        }
        if (message.startsWith("Invalid unicode escape") || message.startsWith("Invalid escape")) {
            return Mistake.in(
                    written,
                    column,
                    "holds a backslash, which begins an escape between double quotes",
                    "double it, or use single quotes");
        }
        if (message.contains("expected ], a comma")) {
            return Mistake.at(written.number(), column, "no TOML: " + message, "put a comma between the items");
        }
        if (message.startsWith("Unexpected end of") && written.begins("\"'")) {
            return Mistake.in(written, column, "has a quotation mark that is never closed", "close it");
        }
        return message.startsWith("Leading zeros") && written.hasKey()
                ? Mistake.in(written, column, "is no TOML value", "put it in quotes: " + written.quoted(" = "))
                : null;
    }
}
