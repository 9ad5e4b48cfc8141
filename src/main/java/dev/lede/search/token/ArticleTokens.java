package dev.lede.search.token;

import dev.lede.search.text.Piece;
import dev.lede.search.text.Piece.Word;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of an article. Of a word: itself, its {@linkplain Beginning beginnings}, its stem, and what it is joined with;
 * of a script without spaces: each character and each pair; and which {@linkplain Following pieces of a kind follow} each
 * other. Not thread-safe.
 */
public final class ArticleTokens {

    private final TokenSet tokens = new TokenSet();
    private final Stemmer stemmer;

    public ArticleTokens(Stemmer stemmer) {
        this.stemmer = stemmer;
    }

    /** Begins with a text that stands in a field; its pieces are to be added in their order. */
    public Sink in(Field field) {
        return new Sink(field);
    }

    /** Each once, ascending. */
    public int[] sorted() {
        return tokens.sorted();
    }

    /** Takes the pieces of one text. */
    public final class Sink {

        private final Field field;
        private final Set<String> seen = new HashSet<>();
        private @Nullable Piece last;

        private Sink(Field field) {
            this.field = field;
        }

        /** One more piece. */
        public void add(Piece piece) {
            if (last != null) {
                var kind = Following.kind(last, piece);
                if (kind != null) {
                    tokens.add(Token.of(field, kind, last.text(), piece.text()));
                }
            }
            if (piece instanceof Word word) {
                add(word);
            } else {
                tokens.add(Token.of(field, Kind.SINGLE, piece.text()));
            }
            last = piece;
        }

        private void add(Word word) {
            if (seen.add(word.written())) {
                addForms(word.text(), word.written());
            }
            if (!word.symbol().isEmpty()) {
                tokens.add(Token.of(field, Kind.WORD, word.symbol()));
            }
            var parts = word.parts();
            for (int i = 0; i < parts.size(); i++) {
                if (seen.add(parts.get(i))) {
                    addForms(parts.get(i), parts.get(i));
                }
                if (i > 0) {
                    tokens.add(Token.of(field, Kind.JOINT, parts.get(i - 1), parts.get(i)));
                }
            }
            if (word.joint() != 0 && last instanceof Word before) {
                tokens.add(Token.of(field, Kind.JOINT, before.text(), word.text()));
                tokens.add(Token.of(field, Kind.WORD, before.text() + word.text()));
            }
        }

        private void addForms(String text, String written) {
            tokens.add(Token.of(field, Kind.WORD, text));
            Beginning.each(text, beginning -> tokens.add(Token.of(field, Kind.PREFIX, beginning)));
            var stem = stemmer.stem(written);
            if (!stem.equals(text)) {
                tokens.add(Token.of(field, Kind.STEM, stem));
            }
        }
    }
}
