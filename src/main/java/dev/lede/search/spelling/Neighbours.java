package dev.lede.search.spelling;

import com.ibm.icu.lang.UScript;
import java.util.Set;
import java.util.TreeSet;

/** The words that differ from another in one letter: changed, added, left out, or swapped with the next one. */
final class Neighbours {

    /** Russian, Bulgarian, Ukrainian, Belarusian, Serbian and Macedonian. */
    private static final char[] CYRILLIC = (String.valueOf(range('а', 'я')) + "ієґђјљњћџѕ").toCharArray();

    private Neighbours() {}

    /** Of a folded word; some hundred, without the word itself. */
    static Set<String> of(String word) {
        var near = new TreeSet<String>();
        int next;
        for (int at = 0; at < word.length(); at = next) {
            next = word.offsetByCodePoints(at, 1);
            var before = word.substring(0, at);
            var letter = word.substring(at, next);
            near.add(before + word.substring(next));
            if (next < word.length()) {
                int end = word.offsetByCodePoints(next, 1);
                near.add(before + word.substring(next, end) + letter + word.substring(end));
            }
            for (char other : alphabet(word)) {
                near.add(before + other + word.substring(next));
                near.add(before + other + word.substring(at));
            }
        }
        for (char other : alphabet(word)) {
            near.add(word + other);
        }
        near.remove(word);
        near.remove("");
        return near;
    }

    /** Letters without diacritics, as folded words have them. */
    private static char[] alphabet(String word) {
        return switch (UScript.getScript(word.codePointAt(0))) {
            case UScript.CYRILLIC -> CYRILLIC;
            case UScript.GREEK -> range('α', 'ω');
            case UScript.HEBREW -> range('א', 'ת');
            case UScript.ARABIC -> range('ء', 'ي');
            case UScript.ARMENIAN -> range('ա', 'ֆ');
            case UScript.GEORGIAN -> range('ა', 'ჰ');
            case UScript.DEVANAGARI -> range('ऄ', 'ौ');
            default -> range('a', 'z');
        };
    }

    private static char[] range(char first, char last) {
        var letters = new char[last - first + 1];
        for (char letter = first; letter <= last; letter++) {
            letters[letter - first] = letter;
        }
        return letters;
    }
}
