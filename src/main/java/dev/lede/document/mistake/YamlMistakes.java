package dev.lede.document.mistake;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What YAML's parser complains of, in the words of somebody who has never read its grammar. */
public final class YamlMistakes {

    private static final String QUOTE = "put the value in quotes: ";

    private final String content;
    private final String problem;
    private final String context;
    private final int line;
    private final int column;
    private final int sinceLine;
    private final int sinceColumn;
    private final SourceLine written;

    private YamlMistakes(MarkedYamlEngineException error, String content) {
        this.content = content;
        this.problem = String.valueOf(error.getProblem());
        this.context = String.valueOf(error.getContext());
        this.line = line(error.getProblemMark());
        this.column = column(error.getProblemMark());
        this.sinceLine = line(error.getContextMark());
        this.sinceColumn = column(error.getContextMark());
        this.written = line(line);
    }

    /** The mistake behind an error. */
    public static Mistake of(MarkedYamlEngineException error, String content) {
        return new YamlMistakes(error, content).mistake();
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(found -> found.getLine() + 1).orElse(1);
    }

    private static int column(Optional<Mark> mark) {
        return mark.map(found -> found.getColumn() + 1).orElse(1);
    }

    private SourceLine line(int number) {
        return SourceLine.of(content, number, SourceLine.COLON);
    }

    private Mistake mistake() {
        return Stream.<Supplier<@Nullable Mistake>>of(
                        this::conflict,
                        this::colon,
                        this::unclosed,
                        this::inQuotes,
                        this::reservedCharacter,
                        this::afterValue,
                        this::noKey,
                        this::misplaced)
                .flatMap(kind -> Stream.ofNullable(kind.get()))
                .findFirst()
                .orElseGet(() -> Mistake.at(line, column, "no YAML: " + firstLine(problem), null));
    }

    private @Nullable Mistake conflict() {
        boolean isConflict = Stream.of(line, line - 1, sinceLine, sinceLine - 1)
                .anyMatch(number -> line(number).isConflict());
        return isConflict
                ? Mistake.at(line, column, "a merge conflict is left in the file", "keep one side of it")
                : null;
    }

    private @Nullable Mistake colon() {
        if (!problem.startsWith("mapping values are not allowed")) {
            return null;
        }
        if (written.hasKey() && column > written.valueColumn()) {
            return Mistake.in(
                    written,
                    column,
                    "holds a colon with a blank after it, which ends a key",
                    QUOTE + written.quoted(": "));
        }
        SourceLine before = lineBefore();
        if (!before.hasKey()) {
            return keyless(before);
        }
        return Mistake.at(
                line,
                column,
                "the line is indented, but the key above has a value already",
                "begin the line where \"" + before.key() + "\" begins");
    }

    private SourceLine lineBefore() {
        int number = line - 1;
        while (number > 1 && line(number).text().isBlank()) {
            number--;
        }
        return line(number);
    }

    private @Nullable Mistake unclosed() {
        boolean isList = problem.startsWith("expected ',' or ']'");
        if (!isList && !problem.startsWith("expected ',' or '}'")) {
            return null;
        }
        return Mistake.at(
                sinceLine,
                sinceColumn,
                isList ? "the list that [ opens is never closed" : "the map that { opens is never closed",
                isList ? "close it with ]" : "close it with }, or put the value in quotes");
    }

    private @Nullable Mistake inQuotes() {
        if (!context.contains("quoted scalar")) {
            return null;
        }
        if (problem.contains("end of stream") || problem.contains("document separator")) {
            return Mistake.at(sinceLine, sinceColumn, "the quotation mark is never closed", "close it");
        }
        return Mistake.in(
                written,
                column,
                "holds a backslash, which begins an escape between double quotes",
                "double it, or use single quotes");
    }

    private @Nullable Mistake reservedCharacter() {
        if (problem.contains("(TAB)")) {
            return Mistake.at(line, column, "a tab indents the line, which YAML does not allow", "use blanks");
        }
        if (context.contains("alias") || problem.contains("undefined alias")) {
            return beginning("*", "names an anchor");
        }
        return problem.startsWith("found character") || context.contains("anchor")
                ? beginning(written.value().isEmpty() ? "" : written.value().substring(0, 1), "is reserved")
                : null;
    }

    private Mistake beginning(String sign, String why) {
        return Mistake.in(
                written, column, "begins with " + sign + ", which " + why + " in YAML", QUOTE + written.quoted(": "));
    }

    private @Nullable Mistake afterValue() {
        boolean isMisplaced = problem.startsWith("expected <block end>") || problem.contains("the node content");
        if (!isMisplaced) {
            return null;
        }
        if (written.hasKey() && written.begins("\"'[]{},")) {
            String what = written.begins("\"'")
                    ? "has something after its closing quotation mark"
                    : "begins with a bracket that does not enclose all of it";
            return Mistake.in(written, column, what, "use quotes of the other kind around all of it");
        }
        return Mistake.at(
                line, column, "the line is indented otherwise than those it belongs to", "begin it where they begin");
    }

    private @Nullable Mistake noKey() {
        boolean isKeyless = context.contains("simple key");
        return isKeyless ? keyless(line(sinceLine)) : null;
    }

    /** A line that should have a key: without a colon, or without a blank after it or after a hyphen. */
    private Mistake keyless(SourceLine at) {
        String text = at.text().strip();
        String hint = "write it as key: value, or indent it as part of the value above";
        if (text.startsWith("-") && text.length() > 1 && !text.startsWith("--")) {
            hint = "leave a blank after the hyphen: - " + text.substring(1);
        } else if (text.indexOf(':') > 0) {
            hint = "leave a blank after the colon: " + text.replaceFirst(":", ": ");
        } else if (text.indexOf('=') > 0) {
            hint = "use a colon: " + text.replaceFirst("\\s*=\\s*", ": ");
        }
        return Mistake.at(at.number(), 1, "the line has no key", hint);
    }

    private @Nullable Mistake misplaced() {
        if (problem.startsWith("sequence entries") || problem.startsWith("mapping keys")) {
            return Mistake.in(
                    written,
                    column,
                    "begins with a " + (problem.startsWith("sequence") ? "hyphen" : "question mark") + " and a blank",
                    QUOTE + written.quoted(": "));
        }
        if (context.contains("block scalar")) {
            return Mistake.in(
                    written,
                    column,
                    "has text right after the sign for text of several lines",
                    "begin the text on the next line, indented, or put the value in quotes");
        }
        return problem.contains("document start") || problem.contains("another document")
                ? Mistake.at(line, column, "the line is indented otherwise than the first one", "begin all keys alike")
                : null;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    }
}
