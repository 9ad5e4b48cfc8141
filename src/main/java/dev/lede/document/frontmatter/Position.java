package dev.lede.document.frontmatter;

/** A place in the file, line and column counted from 1, the column in characters. */
public record Position(int line, int column) {

    /** The position of an offset in a text; linear in it. {@code \r\n}, {@code \n} and {@code \r} end a line. */
    static Position in(String text, int offset) {
        int line = 1;
        int begin = 0;
        for (int at = 0; at < offset; at++) {
            char c = text.charAt(at);
            boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1));
            if (ends) {
                line++;
                begin = at + 1;
            }
        }
        return new Position(line, text.codePointCount(begin, offset) + 1);
    }

    /** A position counted from here, where a part of the file begins, as one in the file. */
    Position shift(int line, int column) {
        return new Position(this.line + line - 1, line == 1 ? this.column + column - 1 : column);
    }
}
