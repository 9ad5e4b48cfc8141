package dev.lede.document.frontmatter;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a YAML scalar means (YAML 1.2.2 §10.3.2, core schema). */
final class YamlScalar {
    private YamlScalar() {}

    static @Nullable Object of(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true");
        }
        try {
            return number(node.getTag(), text);
        } catch (NumberFormatException e) {
            // "!!int x": the tag promises what the text does not hold.
            return text;
        }
    }

    private static Object number(Tag tag, String text) {
        if (tag.equals(Tag.INT)) {
            return integer(text);
        }
        if (tag.equals(Tag.FLOAT)) {
            // .inf and .nan have no JSON form: they stay text.
            return text.matches("[-+]?\\.(?i:inf|nan)") ? text : Value.Scalar.finite(Double.parseDouble(text), text);
        }
        return text;
    }

    private static Object integer(String text) {
        // Turning digits into a number is quadratic; nobody counts past a thousand digits.
        if (text.length() > 1_000) {
            return text;
        }
        if (text.startsWith("0o")) {
            return Value.Scalar.narrow(new BigInteger(text.substring(2), 8));
        }
        if (text.startsWith("0x")) {
            return Value.Scalar.narrow(new BigInteger(text.substring(2), 16));
        }
        return Value.Scalar.narrow(new BigInteger(text));
    }
}
