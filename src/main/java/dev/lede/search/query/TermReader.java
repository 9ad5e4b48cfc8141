package dev.lede.search.query;

import dev.lede.search.query.Term.Exact;
import dev.lede.search.query.Term.Proof;
import dev.lede.search.query.Term.WordForms;
import dev.lede.search.text.FlatText;
import dev.lede.search.text.Piece;
import dev.lede.search.text.Piece.Single;
import dev.lede.search.text.Piece.Word;
import dev.lede.search.token.Beginning;
import dev.lede.search.token.Following;
import dev.lede.search.token.Language;
import dev.lede.search.token.Needs;
import dev.lede.search.token.Needs.Group;
import dev.lede.search.token.Stemmer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes terms of chunks, by the rules of the languages that there are articles in. For one query; not thread-safe. */
final class TermReader {

    private final Map<Language, Stemmer> stemmers = new EnumMap<>(Language.class);
    private final Set<Language> languages;

    TermReader(Set<Language> languages) {
        this.languages = languages;
        languages.forEach(language -> stemmers.put(language, new Stemmer(language)));
    }

    /** @param last whether nothing comes after, so that its last word may go on */
    List<Term> of(Chunk chunk, boolean last) {
        if (chunk.quoted()) {
            return List.of(phrase(chunk.pieces(), false));
        }
        var terms = new ArrayList<Term>();
        for (var group : groups(chunk.pieces())) {
            boolean open = last
                    && group.get(group.size() - 1)
                            .equals(chunk.pieces().get(chunk.pieces().size() - 1));
            if (group.get(0) instanceof Single) {
                terms.add(phrase(group, false));
            } else {
                terms.addAll(words(group, open));
            }
        }
        return terms;
    }

    /** A chunk as part of a text that somebody has cut out anywhere, even within words. */
    static Term cut(Chunk chunk) {
        var pieces = chunk.pieces();
        var needed = new ArrayList<Group>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (i > 0 && isWhole(pieces, i - 1) && isWhole(pieces, i) && Following.isTold(pieces.get(i - 1), piece)) {
                needed.add(new Group().following(pieces.get(i - 1), piece));
            } else if (isWhole(pieces, i)) {
                needed.add(alone(piece));
            }
        }
        var pattern = FlatText.pattern(pieces, true).strip();
        return new Term(
                new Exact(pattern, pieces.size(), true), Needs.of(needed), Optional.of(Proof.of(pattern)), false);
    }

    /** Whether a piece of something cut out is all that it was in the article. */
    private static boolean isWhole(List<Piece> pieces, int at) {
        return pieces.get(at) instanceof Single || (at > 0 && at < pieces.size() - 1);
    }

    /** What belongs together: characters side by side, and words that are joined. */
    private static List<List<Piece>> groups(List<Piece> pieces) {
        var groups = new ArrayList<List<Piece>>();
        for (var piece : pieces) {
            boolean goesOn = piece instanceof Single single
                    ? single.adjacent()
                    : piece instanceof Word word && word.joint() != 0;
            if (!goesOn || groups.isEmpty()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(piece);
        }
        return groups;
    }

    private Term phrase(List<? extends Piece> pieces, boolean open) {
        var needed = new ArrayList<Group>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            boolean isOpen = open && i == pieces.size() - 1;
            if (i > 0 && !isOpen && Following.isTold(pieces.get(i - 1), piece)) {
                needed.add(new Group().following(pieces.get(i - 1), piece));
            }
            if (!isPaired(pieces, i) && !isPaired(pieces, i + 1)) {
                needed.add(isOpen ? alone(piece).prefix(piece.text()) : alone(piece));
            }
        }
        var pattern = FlatText.pattern(pieces, open);
        // One token says it all.
        boolean isSure = needed.size() == 1 && !open;
        return new Term(
                new Exact(pattern, pieces.size(), false),
                Needs.of(needed),
                isSure ? Optional.empty() : Optional.of(Proof.of(pattern)),
                false);
    }

    /** Whether the token of a piece and the one before it tells exactly these. */
    private static boolean isPaired(List<? extends Piece> pieces, int at) {
        return at > 0 && at < pieces.size() && pieces.get(at) instanceof Single single && single.adjacent();
    }

    private static Group alone(Piece piece) {
        return piece instanceof Single ? new Group().single(piece.text()) : new Group().word(piece.text());
    }

    private List<Term> words(List<Piece> group, boolean open) {
        var words = group.stream().map(Word.class::cast).toList();
        if (words.size() == 1) {
            return List.of(word(words.get(0), open));
        }
        var telling = words.stream().filter(word -> !isElided(words, word)).toList();
        if (telling.size() < words.size()) {
            return telling.stream()
                    .map(word -> word(word, open && word.equals(words.get(words.size() - 1))))
                    .toList();
        }
        boolean isTight = words.stream().anyMatch(word -> word.joint() == '@' || saysLittle(word.text()));
        if (isTight) {
            return List.of(open ? phrase(words, true) : joined(words));
        }
        return words.stream()
                .map(word -> word(word, open && word.equals(words.get(words.size() - 1))))
                .toList();
    }

    /** As in {@code l'eau} and {@code don't}: what an apostrophe leaves is no word. */
    private static boolean isElided(List<Word> words, Word word) {
        int at = words.indexOf(word);
        boolean before = isApostrophe(word.joint());
        boolean after = at + 1 < words.size() && isApostrophe(words.get(at + 1).joint());
        return (before || after) && word.text().length() <= 2;
    }

    private static boolean isApostrophe(char joint) {
        return joint == '\'' || joint == '’';
    }

    private static boolean saysLittle(String text) {
        return text.codePointCount(0, text.length()) == 1 || text.chars().allMatch(Character::isDigit);
    }

    private static Term joined(List<Word> words) {
        var whole = new StringBuilder();
        words.forEach(word -> whole.append(word.text()));
        var needed = new ArrayList<Group>();
        for (int i = 1; i < words.size(); i++) {
            var group = new Group().joint(words.get(i - 1).text(), words.get(i).text());
            needed.add(words.size() == 2 ? group.word(whole.toString()) : group);
        }
        return new Term(
                new Exact(FlatText.pattern(words, false), words.size(), false),
                Needs.of(needed),
                Optional.empty(),
                false);
    }

    private Term word(Word word, boolean open) {
        if (!word.symbol().isEmpty()) {
            var forms = new WordForms(word.text(), word.written(), Set.of(word.text()), false);
            return new Term(forms, Needs.of(List.of(new Group().word(word.symbol()))), Optional.empty(), false);
        }
        var parts = word.parts();
        if (parts.size() > 1) {
            return name(word, parts, open);
        }
        var equals = new LinkedHashSet<String>();
        equals.add(word.text());
        stemmers.values().forEach(stemmer -> equals.add(stemmer.stem(word.written())));
        var whole = Needs.of(List.of(stems(equals)));
        var forms = new WordForms(word.text(), word.written(), Set.copyOf(equals), open);
        boolean isStopWord = languages.stream().anyMatch(language -> language.isStopWord(word.text()));
        if (!open) {
            return new Term(forms, whole, Optional.empty(), isStopWord);
        }
        var begun = Needs.of(List.of(stems(equals).prefix(word.text())));
        return new Term(forms, begun, begun(word, whole), isStopWord);
    }

    /** @param whole what articles have that have all of the word */
    private static Optional<Proof> begun(Word word, Needs whole) {
        return Beginning.isKnown(word.text())
                ? Optional.empty()
                : Optional.of(new Proof(" " + word.text(), Optional.of(whole)));
    }

    private static Group stems(Set<String> equals) {
        var any = new Group();
        equals.forEach(any::stem);
        return any;
    }

    private static Term name(Word word, List<String> parts, boolean open) {
        var forms = new WordForms(word.text(), word.written(), Set.of(word.text()), open);
        var whole = Needs.of(joints(word, parts));
        if (!open) {
            return new Term(forms, whole, Optional.empty(), false);
        }
        var needed = joints(word, parts);
        needed.forEach(group -> group.prefix(word.text()));
        return new Term(forms, Needs.of(needed), begun(word, whole), false);
    }

    private static List<Group> joints(Word word, List<String> parts) {
        return IntStream.range(1, parts.size())
                .mapToObj(i -> new Group().word(word.text()).joint(parts.get(i - 1), parts.get(i)))
                .toList();
    }
}
