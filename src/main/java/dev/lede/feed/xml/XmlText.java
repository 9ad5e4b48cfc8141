package dev.lede.feed.xml;

/** Text as XML 1.0 may hold it. */
final class XmlText {

    private XmlText() {}

    /** The text without the characters that no XML document may have, not even escaped. */
    static String legal(String text) {
        if (text.codePoints().allMatch(XmlText::isLegal)) {
            return text;
        }
        return text.codePoints()
                .filter(XmlText::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    // https://www.w3.org/TR/xml/#NT-Char; half a surrogate pair is a code point of its own here, and none of these.
    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
