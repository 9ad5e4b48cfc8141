package dev.lede.markdown.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Collects running text into blocks and folds its white space on the way: a run of it becomes one space, at the edges of
 * a line none. Not thread-safe.
 */
public final class TextBlocks {

    private final List<TextBlock> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private boolean spaceDue;

    /** Adds running text. */
    public void add(String text) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (Script.isSpace(codePoint)) {
                spaceDue = true;
            } else {
                flushSpace();
                open.appendCodePoint(codePoint);
            }
        }
    }

    /** Adds text whose line breaks and indentation mean something. */
    public void addVerbatim(String text) {
        flushSpace();
        open.append(text);
    }

    /** Separates what was added from what will be, within one block. */
    public void space() {
        spaceDue = true;
    }

    public void lineBreak() {
        spaceDue = false;
        if (!open.isEmpty()) {
            open.append('\n');
        }
    }

    /** Ends the block, if there is any text in it. */
    public void end(TextBlock.Kind kind) {
        spaceDue = false;
        String text = kind == TextBlock.Kind.CODE
                ? withoutBlankEdges(open)
                : open.toString().strip();
        if (!text.isBlank()) {
            blocks.add(new TextBlock(kind, text));
        }
        open.setLength(0);
    }

    /** All text so far, also of the block that has not ended, on one line. */
    public String soFar() {
        var text = new StringBuilder();
        blocks.forEach(block -> text.append(block.text()).append('\n'));
        return Whitespace.fold(text.append(open));
    }

    /** The blocks that have ended. */
    public List<TextBlock> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    private void flushSpace() {
        if (spaceDue && !open.isEmpty() && open.charAt(open.length() - 1) != '\n') {
            open.append(' ');
        }
        spaceDue = false;
    }

    private static String withoutBlankEdges(CharSequence code) {
        int start = 0;
        for (int at = 0; at < code.length() && Character.isWhitespace(code.charAt(at)); at++) {
            if (code.charAt(at) == '\n') {
                start = at + 1;
            }
        }
        return code.subSequence(start, code.length()).toString().stripTrailing();
    }
}
