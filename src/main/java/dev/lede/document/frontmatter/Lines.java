package dev.lede.document.frontmatter;

/** Finds lines in a text; {@code \r\n}, {@code \n} and {@code \r} end one. */
record Lines(String text) {

    /** The position of an offset; linear in it. */
    Position position(int offset) {
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
}
