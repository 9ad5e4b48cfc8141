package dev.lede.search.token;

import dev.lede.search.text.Diacritics;
import java.util.HashMap;
import java.util.Map;
import org.tartarus.snowball.SnowballStemmer;

/** Brings words of one language to their stems. Remembers them: for one text or one query; not thread-safe. */
public final class Stemmer {

    /** Longer words have no inflected forms. */
    private static final int LONGEST = 40;

    private static final int MOST_REMEMBERED = 10_000;

    private final SnowballStemmer program;
    private final Map<String, String> stems = new HashMap<>();

    public Stemmer(Language language) {
        this.program = language.newStemmer();
    }

    /**
     * The stem of a folded word, without its diacritics.
     *
     * @param written with them, as the rules of languages know it
     */
    public String stem(String written) {
        if (written.length() > LONGEST) {
            return Diacritics.strip(written);
        }
        var known = stems.get(written);
        if (known == null) {
            if (stems.size() > MOST_REMEMBERED) {
                stems.clear();
            }
            program.setCurrent(written);
            program.stem();
            known = Diacritics.strip(program.getCurrent());
            stems.put(written, known);
        }
        return known;
    }
}
