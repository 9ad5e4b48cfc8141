package dev.lede.markdown.commonmark;

import java.util.regex.Pattern;

/**
 * Emphasis beside Chinese and Japanese punctuation.
 *
 * <p>CommonMark wants white space or punctuation on the other side of a delimiter that touches punctuation, so that
 * {@code **中文。**后面} stays literal: these scripts have no such spaces. The amendment proposed for its flanking rules
 * counts CJK punctuation as letters, and lets a CJK letter stand for the white space. The parser cannot be told so; a
 * noncharacter that counts as a letter, between delimiter and punctuation, has the same effect, and vanishes afterwards.
 */
final class CjkEmphasis {

    private static final String LETTER = "\uFDD0";

    private static final String ANY_MARK = "[\\p{P}\\p{S}&&[^*~]]";
    private static final String ANY_LETTER = "[^\\p{P}\\p{S}\\p{Z}\\s]";
    private static final String CJK_MARK = "[\\u3000-\\u303F\\u30FB\\uFE30-\\uFE4F\\uFF01-\\uFF65&&[\\p{P}\\p{S}]]";
    private static final String CJK_LETTER = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\u30FC]";

    private static final Pattern CLOSING =
            delimiter(between(CJK_MARK, ANY_LETTER) + "|" + between(ANY_MARK, CJK_LETTER));

    private static final Pattern OPENING =
            delimiter(between(ANY_LETTER, CJK_MARK) + "|" + between(CJK_LETTER, ANY_MARK));

    private CjkEmphasis() {}

    static String ease(String markdown) {
        if (markdown.indexOf('*') < 0 && markdown.indexOf('~') < 0) {
            return markdown;
        }
        String closed = CLOSING.matcher(markdown).replaceAll(LETTER + "$0");
        return OPENING.matcher(closed).replaceAll("$0" + LETTER);
    }

    static String undo(String html) {
        return html.replace(LETTER, "");
    }

    /** Looks back from delimiters alone: without its first group it would from every character. */
    private static Pattern delimiter(String anyOf) {
        return Pattern.compile("(?=[*~])(?:" + anyOf + ")");
    }

    private static String between(String before, String after) {
        return "(?<=" + before + ")[*~]++(?=" + after + ")";
    }
}
