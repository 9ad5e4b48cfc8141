package dev.lede.markdown.tag;

/**
 * A text with placeholders where tags were.
 *
 * @param tags what they stand for
 */
public record Tagged(String text, Tags tags) {

    /** Takes shortcodes and Liquid tags out of a source. Takes linear time. */
    public static Tagged of(String source) {
        String clean = Placeholders.removedFrom(source);
        return TagReader.read(clean, new Tags(clean));
    }

    /** The same source, where those tags that turned out to stand in code are left as they are written. */
    public Tagged asWritten(Iterable<Integer> numbers) {
        return TagReader.read(tags.source(), tags.withAsWritten(numbers));
    }

    /** Another text with the same placeholders. */
    public Tagged with(String other) {
        return new Tagged(other, tags);
    }
}
