package dev.lede.search.index;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.hash.Sha256;
import dev.lede.search.text.FlatText;
import dev.lede.search.text.Piece;
import dev.lede.search.text.Pieces;
import dev.lede.search.token.ArticleTokens;
import dev.lede.search.token.Field;
import dev.lede.search.token.Language;
import dev.lede.search.token.Stemmer;
import dev.lede.search.token.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What an article is found by.
 *
 * @param flat title, terms, summary and body, a line each
 * @param accents the words that are written with diacritics, with them
 * @param size words and characters of the body
 * @param topics the tokens that it has most often
 */
public record SearchEntry(UUID id, String title, String flat, String accents, int size, int[] tokens, int[] topics) {

    static SearchEntry of(ArticleDraft draft) {
        return new Reader(draft).entry();
    }

    /** Differs when anything differs, but for one chance in 2⁶⁴. */
    long digest() {
        var texts = (flat + "\0" + accents).getBytes(StandardCharsets.UTF_8);
        var all = ByteBuffer.allocate(texts.length + Integer.BYTES * (tokens.length + topics.length))
                .put(texts);
        all.asIntBuffer().put(tokens).put(topics);
        return ByteBuffer.wrap(Sha256.of(all.array())).getLong();
    }

    private static final class Reader {

        private final UUID id;
        private final SearchText text;
        private final ArticleTokens tokens;
        private final Topics topics;
        private final TreeSet<String> accents = new TreeSet<>();
        private int size;

        Reader(ArticleDraft draft) {
            var language = Language.of(draft.article().lang());
            var stemmer = new Stemmer(language);
            id = draft.article().id();
            text = SearchText.of(draft);
            tokens = new ArticleTokens(stemmer);
            topics = new Topics(language, stemmer);
        }

        SearchEntry entry() {
            var inTitle = tokens.in(Field.TITLE);
            var inTags = tokens.in(Field.TAGS);
            var ofTitle = topics.in(Topics.TITLE);
            var ofTags = topics.in(Topics.TAGS);
            var ofBody = topics.in(Topics.BODY);
            var title = read(text.title(), piece -> {
                inTitle.add(piece);
                ofTitle.add(piece);
            });
            var tags = read(text.tags(), piece -> {
                inTags.add(piece);
                ofTags.add(piece);
            });
            var summary = read(text.summary(), topics.in(Topics.SUMMARY)::add);
            var body = read(text.body(), piece -> {
                size++;
                ofBody.add(piece);
            });
            return new SearchEntry(
                    id,
                    title,
                    String.join("\n", title, tags, summary, body),
                    accents.stream().collect(Collectors.joining(" ", " ", " ")),
                    size,
                    tokens.sorted(),
                    topics.most());
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
