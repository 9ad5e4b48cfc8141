package dev.lede.search.index;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.hash.Sha256;
import dev.lede.search.text.FlatText;
import dev.lede.search.text.Piece;
import dev.lede.search.text.Pieces;
import dev.lede.search.token.ArticleTokens;
import dev.lede.search.token.Field;
import dev.lede.search.token.Language;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What an article is found by.
 *
 * @param size words and characters
 * @param accents the words that are written with diacritics, with them
 */
public record SearchEntry(
        UUID id, String title, String tags, String summary, String body, String accents, int size, int[] tokens) {

    static SearchEntry of(ArticleDraft draft) {
        return new Reader(draft).entry();
    }

    /** Differs when anything differs, but for one chance in 2⁶⁴. */
    long digest() {
        var all = String.join("\0", title, tags, summary, body, accents, Arrays.toString(tokens));
        return ByteBuffer.wrap(Sha256.of(all.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static final class Reader {

        private final UUID id;
        private final SearchText text;
        private final ArticleTokens tokens;
        private final TreeSet<String> accents = new TreeSet<>();
        private int size;

        Reader(ArticleDraft draft) {
            id = draft.article().id();
            text = SearchText.of(draft);
            tokens = new ArticleTokens(Language.of(draft.article().lang()));
        }

        SearchEntry entry() {
            return new SearchEntry(
                    id,
                    read(text.title(), tokens.in(Field.TITLE)::add),
                    read(text.tags(), tokens.in(Field.TAGS)::add),
                    read(text.summary(), piece -> {}),
                    read(text.body(), piece -> size++),
                    accents.stream().collect(Collectors.joining(" ", " ", " ")),
                    size,
                    tokens.sorted());
        }

        private String read(String original, Consumer<Piece> also) {
            var flat = new FlatText();
            var anywhere = tokens.in(Field.ANY);
            Pieces.each(original, piece -> {
                flat.add(piece);
                anywhere.add(piece);
                also.accept(piece);
                if (piece instanceof Piece.Word word && word.isAccented()) {
                    accents.add(word.written());
                }
            });
            return flat.toString();
        }
    }
}
