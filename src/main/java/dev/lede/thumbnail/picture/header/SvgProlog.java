package dev.lede.thumbnail.picture.header;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What may stand before the root element of an SVG (XML 1.0 §2.8), read as text and never as XML, so that no entity is
 * ever expanded.
 */
public final class SvgProlog {

    /** How far the root element may be from the beginning, in bytes. */
    private static final int REACH = 64 * 1024;

    private final String text;
    private int at;

    private SvgProlog(String text) {
        this.text = text;
    }

    /** Whether the root element of this is {@code svg}, with or without a prefix. */
    public static boolean leadsToSvg(byte[] bytes) {
        int length = Math.min(bytes.length, REACH);
        var prolog = new SvgProlog(new String(bytes, 0, length, charset(bytes)));
        return prolog.skip() && prolog.isSvg();
    }

    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /** Moves to the root element; false where there is none. */
    private boolean skip() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\ufeff' || Character.isWhitespace(next)) {
                at++;
            } else if (text.startsWith("<!--", at)) {
                at = after("-->", at + 4);
            } else if (text.startsWith("<?", at)) {
                at = after("?>", at + 2);
            } else if (text.startsWith("<!DOCTYPE", at)) {
                at = afterDoctype();
            } else {
                return next == '<';
            }
        }
        return false;
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private int afterDoctype() {
        int end = text.indexOf('>', at);
        int subset = text.indexOf('[', at);
        if (subset < 0 || end < subset) {
            return after(">", at);
        }
        return after(">", after("]", subset));
    }

    private boolean isSvg() {
        int end = at + 1;
        while (end < text.length() && !isAfterName(text.charAt(end))) {
            end++;
        }
        var name = text.substring(at + 1, end);
        return end < text.length() && name.substring(name.indexOf(':') + 1).equals("svg");
    }

    private static boolean isAfterName(char c) {
        return c == '>' || c == '/' || Character.isWhitespace(c);
    }
}
