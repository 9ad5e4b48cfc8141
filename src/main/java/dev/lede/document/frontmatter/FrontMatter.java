package dev.lede.document.frontmatter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file taken apart: its front matter as a tree, and its body.
 *
 * @param present whether there is front matter, even if it is empty
 * @param root the keys; empty without front matter
 * @param bodyOffset bytes before the body
 * @param bodyLine counted from 1
 */
public record FrontMatter(boolean present, Value.Mapping root, String body, int bodyOffset, int bodyLine) {
    static final int MOST_LEVELS = 100;
    private static final int MOST_BYTES = 1 << 20;
    private static final Position BEGIN = new Position(1, 1);

    /** Takes a file apart; null when an error was reported. Linear in the bytes. */
    public static @Nullable FrontMatter parse(byte[] bytes, Findings findings) {
        String text = FileText.decode(bytes, findings);
        if (text == null) {
            return null;
        }
        Block block = Block.find(text, findings);
        if (findings.failed()) {
            return null;
        }
        if (block == null) {
            return cut(text, Block.afterMarks(text), new Value.Mapping(List.of(), BEGIN), false);
        }
        Position at = Position.in(text, block.start());
        if (block.content().length() > MOST_BYTES || block.content().getBytes(UTF_8).length > MOST_BYTES) {
            findings.error(at, "the front matter is longer than 1 MiB");
            return null;
        }
        Value.Mapping root = mapping(read(block, at, findings), at, findings);
        return root == null ? null : cut(text, block.end(), root, true);
    }

    private static FrontMatter cut(String text, int end, Value.Mapping root, boolean present) {
        int offset = text.substring(0, end).getBytes(UTF_8).length;
        return new FrontMatter(
                present,
                root,
                text.substring(end),
                offset,
                Position.in(text, end).line());
    }

    private static @Nullable Value read(Block block, Position at, Findings findings) {
        return switch (block.format()) {
            case YAML -> YamlBlock.read(block.content(), at, findings);
            case TOML -> TomlBlock.read(block.content(), at, findings);
            case JSON -> JsonBlock.read(block.content(), at, findings);
        };
    }

    private static Value.@Nullable Mapping mapping(@Nullable Value value, Position at, Findings findings) {
        if (findings.failed()) {
            return null;
        }
        if (value == null || (value instanceof Value.Scalar scalar && scalar.value() == null)) {
            return new Value.Mapping(List.of(), at);
        }
        if (value instanceof Value.Mapping mapping) {
            FileText.refuse(mapping, findings);
            return findings.failed() ? null : mapping;
        }
        findings.error(
                value.at(),
                "front matter is a map of keys and values, not a "
                        + (value instanceof Value.Sequence ? "list" : "single value"),
                hint(value));
        return null;
    }

    private static String hint(Value value) {
        String text = value instanceof Value.Scalar scalar ? scalar.written() : "";
        if (text.indexOf(':') > 0) {
            return "leave a blank after the colon";
        }
        return text.indexOf('=') > 0 ? "fence TOML with +++" : "write title: and so on";
    }
}
