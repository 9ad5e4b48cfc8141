package dev.lede.markdown.tag;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;

/** Reads the tags of one source and puts placeholders where they were. */
final class TagReader {

    private static final Set<String> COMMENTS = Set.of("comment");

    /** Hugo's own and those of many themes: what they enclose is in another language than Markdown. */
    private static final Set<String> CODES = Set.of("highlight", "code", "code-toggle", "mermaid");

    private final String source;
    private final Tags tags;
    private final ShortcodeTokens shortcodes;
    private final LiquidTokens liquid;
    private final Closers closers;
    private final BitSet paired = new BitSet();
    private final Map<String, Deque<Integer>> opened = new HashMap<>();

    private TagReader(Tags tags) {
        this.source = tags.source();
        this.tags = tags;
        this.shortcodes = new ShortcodeTokens(source);
        this.liquid = new LiquidTokens(source);
        this.closers = new Closers(source);
    }

    /** @param tags still empty */
    static Tagged read(String source, Tags tags) {
        if (!source.contains("{{") && !source.contains("{%")) {
            return new Tagged(source, tags);
        }
        var reader = new TagReader(tags);
        reader.readTags();
        return new Tagged(reader.withPlaceholders(), tags);
    }

    private void readTags() {
        int at = source.indexOf('{');
        while (at >= 0) {
            at = source.indexOf('{', tags.isAsWritten(at) ? afterDelimiter(at) : take(at));
        }
    }

    private int afterDelimiter(int at) {
        return at + (ShortcodeTokens.mayStartAt(source, at) ? "{{<".length() : "{%".length());
    }

    /** Takes the tag that begins here; where to go on. */
    private int take(int at) {
        if (ShortcodeTokens.mayStartAt(source, at)) {
            Token token = shortcodes.at(at);
            return token == null ? afterDelimiter(at) : takeShortcode(token);
        }
        if (source.startsWith("{%", at)) {
            Token token = liquid.tagAt(at);
            return token == null ? afterDelimiter(at) : takeLiquid(token);
        }
        Token token = source.startsWith("{{", at) ? liquid.outputAt(at) : null;
        return token == null ? at + 1 : add(Tag.vanishing(at, token.end()), false);
    }

    private int takeShortcode(Token token) {
        if (token.kind() == Token.Kind.SHOWN_SHORTCODE) {
            String shown = source.substring(token.start(), token.end())
                    .replaceFirst("/\\*", "")
                    .replaceFirst("\\*/(?=[>%]}}$)", "");
            return add(new Tag(Tag.Kind.SHOWN, token.start(), token.end(), shown, ""), false);
        }
        String target = switch (token.name()) {
            case "ref", "relref" -> token.argument("path");
            default -> "";
        };
        return takeTag(token, Tag.Kind.REFERENCE, target);
    }

    private int takeLiquid(Token token) {
        return switch (token.name()) {
            case "post_url" -> takeTag(token, Tag.Kind.REFERENCE, token.firstWord());
            case "link" -> takeTag(token, Tag.Kind.FILE, token.firstWord());
            case "raw" -> takeRaw(token);
            default -> takeTag(token, Tag.Kind.VANISHING, "");
        };
    }

    /** Liquid reads nothing between {@code raw} and {@code endraw}; Markdown does. */
    private int takeRaw(Token token) {
        takeTag(token, Tag.Kind.VANISHING, "");
        MatchResult closer = token.isClosing() ? null : closers.of(token);
        // The closing tag is read as any other; between them there is nothing to read.
        return closer == null ? token.end() : closer.start();
    }

    private int takeTag(Token token, Tag.Kind kind, String target) {
        if (!target.isEmpty()) {
            return add(new Tag(kind, token.start(), token.end(), target, ""), false);
        }
        boolean isComment = COMMENTS.contains(token.name());
        boolean isOpaque = !token.isClosing() && (isComment || CODES.contains(token.name()));
        MatchResult closer = isOpaque ? closers.of(token) : null;
        if (closer == null) {
            pair(token);
            return add(Tag.vanishing(token.start(), token.end()), false);
        }
        int end = closer.end();
        return isComment ? add(Tag.vanishing(token.start(), end), true) : add(code(token, closer.start(), end), true);
    }

    private Tag code(Token token, int innerEnd, int end) {
        String code = EnclosedCode.of(source, token.start(), token.end(), innerEnd);
        return new Tag(Tag.Kind.CODE, token.start(), end, code, EnclosedCode.language(token));
    }

    /** Notes which tag is to be closed, or which one this closes. */
    private void pair(Token token) {
        String key = token.kind() + token.name();
        int number = tags.all().size();
        if (!token.isClosing()) {
            opened.computeIfAbsent(key, name -> new ArrayDeque<>()).push(number);
            return;
        }
        Integer opener = opened.getOrDefault(key, new ArrayDeque<>()).poll();
        if (opener != null) {
            paired.set(opener);
            paired.set(number);
        }
    }

    private int add(Tag tag, boolean isPair) {
        paired.set(tags.all().size(), paired.get(tags.all().size()) || isPair);
        tags.add(tag);
        return tag.end();
    }

    private String withPlaceholders() {
        var text = new StringBuilder(source.length());
        List<Tag> all = tags.all();
        int copied = 0;
        for (int number = 0; number < all.size(); number++) {
            Tag tag = all.get(number);
            text.append(source, copied, tag.start()).append(Placeholders.of(sort(tag, number), number));
            copied = tag.end();
        }
        return text.append(source, copied, source.length()).toString();
    }

    private char sort(Tag tag, int number) {
        if (tag.kind() == Tag.Kind.SHOWN) {
            return Placeholders.SHOWN;
        }
        return paired.get(number) ? Placeholders.PAIRED : Placeholders.SINGLE;
    }
}
