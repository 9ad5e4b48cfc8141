package dev.lede.markdown.text;

/** White space of every script. */
public final class Whitespace {

    private Whitespace() {}

    /** Every run of white space becomes one space; none is left at the edges. */
    public static String fold(CharSequence text) {
        var folded = new StringBuilder(text.length());
        boolean due = false;
        for (int at = 0; at < text.length(); at++) {
            // No white space lies beyond the basic plane.
            char unit = text.charAt(at);
            if (Script.isSpace(unit)) {
                due = !folded.isEmpty();
                continue;
            }
            if (due) {
                folded.append(' ');
                due = false;
            }
            folded.append(unit);
        }
        return folded.toString();
    }
}
