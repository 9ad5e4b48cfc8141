package dev.lede.markdown.tag;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one document. Not thread-safe: what a placeholder stands for is given out once, so that entities which spell
 * placeholders cannot make a large document of a small one.
 */
public final class Tags {

    private final String source;
    private final Set<Integer> asWritten;
    private final List<Tag> tags = new ArrayList<>();
    private final BitSet given = new BitSet();

    Tags(String source) {
        this(source, Set.of());
    }

    private Tags(String source, Set<Integer> asWritten) {
        this.source = source;
        this.asWritten = asWritten;
    }

    public boolean isEmpty() {
        return tags.isEmpty();
    }

    /** The numbers of the tags in a piece of code. What shows a shortcode shows it in code too. */
    public List<Integer> inCode(String code) {
        var numbers = new ArrayList<Integer>();
        Matcher placeholder = Placeholders.ANY.matcher(code);
        while (placeholder.find()) {
            Tag tag = tag(placeholder);
            if (tag != null && tag.kind() != Tag.Kind.SHOWN) {
                numbers.add(Placeholders.number(placeholder.group(1)));
            }
        }
        return numbers;
    }

    /** HTML in which blocks of code stand for the placeholders of code; the others stay. */
    public String withCodeBlocks(String html) {
        var written = new StringBuilder(html.length());
        for (Piece piece : pieces(html)) {
            written.append(piece.text());
            if (piece.code() != null) {
                written.append(EnclosedCode.html(piece.language(), piece.code()));
            }
        }
        return written.toString();
    }

    /**
     * A part of a text.
     *
     * @param text which other placeholders may be in
     * @param code what stands between highlighting tags after the text, or null at the end of it
     */
    public record Piece(String text, @Nullable String code, String language) {}

    /** Divides a text at the placeholders of code. */
    public List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        int taken = 0;
        Matcher placeholder = Placeholders.ANY.matcher(text);
        while (placeholder.find()) {
            Tag tag = tag(placeholder);
            if (tag != null && tag.kind() == Tag.Kind.CODE) {
                String before = text.substring(taken, placeholder.start());
                pieces.add(new Piece(before, once(placeholder.group(1), tag.content()), tag.language()));
                taken = placeholder.end();
            }
        }
        pieces.add(new Piece(text.substring(taken), null, ""));
        return pieces;
    }

    /** What an address with placeholders refers to, or null when it is no reference. */
    public @Nullable Reference reference(String address) {
        Matcher placeholder = Placeholders.ANY.matcher(address);
        while (placeholder.find()) {
            Tag tag = tag(placeholder);
            if (tag != null && tag.isReference()) {
                return new Reference(
                        inText(address.substring(0, placeholder.start())),
                        tag.content(),
                        inText(address.substring(placeholder.end())));
            }
        }
        return null;
    }

    /** Running text: of tags nothing is left. */
    String inText(String text) {
        return replaced(text, tag -> tag.kind() == Tag.Kind.SHOWN ? tag.content() : "");
    }

    /** Code: tags are as they are written. */
    String asCode(String text) {
        return replaced(
                text, tag -> tag.kind() == Tag.Kind.SHOWN ? tag.content() : source.substring(tag.start(), tag.end()));
    }

    /** The address of a picture: Jekyll's {@code link} names it from the site's root. */
    String inMediaAddress(String address) {
        return replaced(
                address,
                tag -> tag.kind() == Tag.Kind.FILE
                        ? "/" + tag.content().replaceFirst("^/++", "")
                        : tag.kind() == Tag.Kind.SHOWN ? tag.content() : "");
    }

    String source() {
        return source;
    }

    Tags withAsWritten(Iterable<Integer> numbers) {
        var starts = new HashSet<>(asWritten);
        numbers.forEach(number -> starts.add(tags.get(number).start()));
        return new Tags(source, starts);
    }

    boolean isAsWritten(int start) {
        return asWritten.contains(start);
    }

    void add(Tag tag) {
        tags.add(tag);
    }

    List<Tag> all() {
        return tags;
    }

    private @Nullable Tag tag(Matcher placeholder) {
        int number = Placeholders.number(placeholder.group(1));
        return number < tags.size() ? tags.get(number) : null;
    }

    private String replaced(String text, Function<Tag, String> replacement) {
        if (!Placeholders.areIn(text)) {
            return text;
        }
        Matcher placeholder = Placeholders.ANY.matcher(text);
        return placeholder.replaceAll(match -> {
            Tag tag = tag(placeholder);
            String replaced = tag == null ? "" : once(match.group(1), replacement.apply(tag));
            return Matcher.quoteReplacement(replaced);
        });
    }

    /** References may be used again and again; they are short. */
    private String once(String digits, String text) {
        int number = Placeholders.number(digits);
        if (text.isEmpty() || tags.get(number).isReference()) {
            return text;
        }
        boolean isFirst = !given.get(number);
        given.set(number);
        return isFirst ? text : "";
    }
}
