package dev.lede.document.frontmatter;

import dev.lede.document.bound.TomlText;
import dev.lede.document.mistake.Mistake;
import dev.lede.document.mistake.TomlMistakes;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads TOML front matter; dates keep their TOML types. */
final class TomlBlock {
    private final TomlText text;
    private final Position start;
    private final Findings findings;

    private TomlBlock(TomlText text, Position start, Findings findings) {
        this.text = text;
        this.start = start;
        this.findings = findings;
    }

    static @Nullable Value read(String content, Position start, Findings findings) {
        TomlText text = TomlText.of(content);
        TomlParseResult result = Toml.parse(text.text());
        TomlBlock block = new TomlBlock(text, start, findings);
        List<TomlParseError> errors = result.errors();
        int told = Math.min(errors.size(), Findings.MOST);
        errors.subList(0, told).forEach(error -> findings.error(start, block.mistake(error, content)));
        findings.leaveOut(errors.size() - told);
        return findings.failed() ? null : block.table(result, start, 1);
    }

    private Mistake mistake(TomlParseError error, String content) {
        TomlPosition at = error.position();
        int[] spot = {at == null ? 1 : text.line(at.line()), at == null ? 1 : at.column()};
        return TomlMistakes.of(text.message(String.valueOf(error.getMessage())), content, spot, start.line());
    }

    private Value table(TomlTable table, Position at, int level) {
        if (level > FrontMatter.MOST_LEVELS) {
            findings.error(at, "tables are nested more than " + FrontMatter.MOST_LEVELS + " levels deep");
            return new Value.Mapping(List.of(), at);
        }
        List<Value.Entry> entries = new ArrayList<>();
        for (String key : table.keySet()) {
            List<String> path = List.of(key);
            Position keyAt = shift(table.inputPositionOf(path));
            entries.add(new Value.Entry(key, value(table.get(path), keyAt, level + 1), keyAt));
        }
        return new Value.Mapping(entries, at);
    }

    private Value value(@Nullable Object value, Position at, int level) {
        if (value instanceof TomlTable table) {
            return table(table, at, level);
        }
        if (value instanceof TomlArray array) {
            return array(array, at, level);
        }
        if (value instanceof Double number) {
            return new Value.Scalar(Value.Scalar.finite(number, number.toString()), number.toString(), at);
        }
        if (value instanceof BigInteger number) {
            return new Value.Scalar(Value.Scalar.narrow(number), number.toString(), at);
        }
        return new Value.Scalar(value, written(value), at);
    }

    // Java's own text of 07:32:00 leaves out the seconds.
    private static String written(@Nullable Object value) {
        if (value instanceof OffsetDateTime time) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        }
        if (value instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
        return value instanceof LocalTime time ? DateTimeFormatter.ISO_LOCAL_TIME.format(time) : String.valueOf(value);
    }

    private Value array(TomlArray array, Position at, int level) {
        if (level > FrontMatter.MOST_LEVELS) {
            findings.error(at, "arrays are nested more than " + FrontMatter.MOST_LEVELS + " levels deep");
            return new Value.Sequence(List.of(), at);
        }
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(value(array.get(i), shift(array.inputPositionOf(i)), level + 1));
        }
        return new Value.Sequence(items, at);
    }

    private Position shift(@Nullable TomlPosition at) {
        return at == null ? start : start.shift(text.line(at.line()), at.column());
    }
}
