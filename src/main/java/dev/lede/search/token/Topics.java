package dev.lede.search.token;

import com.ibm.icu.lang.UScript;
import dev.lede.search.text.Piece;
import dev.lede.search.text.Piece.Single;
import dev.lede.search.text.Piece.Word;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an article is about, as far as counting tells: the stems of words and the pairs of characters that it has most
 * often. Words that say little, and pairs with a character that does, are none of them. Not thread-safe.
 */
public final class Topics {

    /** How much it counts where something stands. */
    public static final int TITLE = 4;

    public static final int TAGS = 4;
    public static final int SUMMARY = 2;
    public static final int BODY = 1;

    private static final int MOST = 24;

    /** So many different ones have room from the beginning. */
    private static final int FEW = 1_024;

    /** More different ones are not counted. */
    private static final int MOST_COUNTED = 20_000;

    private static final int SHORTEST_WORD = 3;

    /** Characters of Chinese that join words: a pair with one of them is seldom a part of a name. */
    private static final String JOINING = "的了是在和与就都而及或之也又很把被对从到着过这那个些我你他她它们们不没有一为以上下中等要会可能";

    private final Language language;
    private final Stemmer stemmer;

    private final TokenSet tokens = new TokenSet();

    /** Of each token, by its place. */
    private int[] weights = new int[FEW];

    public Topics(Language language, Stemmer stemmer) {
        this.language = language;
        this.stemmer = stemmer;
    }

    /** Begins with a text in which everything counts so much; its pieces are to be added in their order. */
    public Sink in(int weight) {
        return new Sink(weight);
    }

    /** The heaviest, of equal ones those that came first; each once. */
    public int[] most() {
        var heaviest = new int[Math.min(MOST, tokens.size())];
        int found = 0;
        for (int place = 0; place < tokens.size(); place++) {
            int at = found < heaviest.length ? found++ : found;
            for (; at > 0 && weights[heaviest[at - 1]] < weights[place]; at--) {
                if (at < heaviest.length) {
                    heaviest[at] = heaviest[at - 1];
                }
            }
            if (at < heaviest.length) {
                heaviest[at] = place;
            }
        }
        return Arrays.stream(heaviest).map(tokens::at).toArray();
    }

    /** Takes the pieces of one text. */
    public final class Sink {

        private final int weight;
        private @Nullable Piece last;

        private Sink(int weight) {
            this.weight = weight;
        }

        /** One more piece. */
        public void add(Piece piece) {
            if (piece instanceof Word word) {
                if (tells(word)) {
                    count(Token.of(Field.ANY, Kind.STEM, stemmer.stem(word.written())), weight);
                }
            } else if (piece instanceof Single single && single.adjacent() && last != null) {
                if (tells(last.text()) && tells(single.text())) {
                    count(Token.of(Field.ANY, Kind.PAIR, last.text(), single.text()), weight);
                }
            }
            last = piece;
        }
    }

    private void count(int token, int weight) {
        if (tokens.size() < MOST_COUNTED || tokens.contains(token)) {
            int place = tokens.add(token);
            if (place == weights.length) {
                weights = Arrays.copyOf(weights, 2 * weights.length);
            }
            weights[place] += weight;
        }
    }

    private boolean tells(Word word) {
        var text = word.text();
        return text.length() >= SHORTEST_WORD && !isNumber(text) && !language.isStopWord(text);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    // What Hiragana writes is mostly grammar.
    private static boolean tells(String character) {
        return JOINING.indexOf(character.charAt(0)) < 0
                && UScript.getScript(character.codePointAt(0)) != UScript.HIRAGANA;
    }
}
