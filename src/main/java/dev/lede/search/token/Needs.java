package dev.lede.search.token;

import dev.lede.search.text.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The tokens that a field must have: all of some, and one at least of each of some groups. Immutable. */
public final class Needs {

    private record Wanted(Kind kind, String first, String second) {
        int in(Field field) {
            return second.isEmpty() ? Token.of(field, kind, first) : Token.of(field, kind, first, second);
        }
    }

    /** Any of these. */
    public static final class Group {

        private final List<Wanted> wanted = new ArrayList<>();

        /** A word as it is. */
        public Group word(String word) {
            return with(Kind.WORD, word, "");
        }

        /** A word with this stem, or the stem as a word. */
        public Group stem(String stem) {
            return word(stem).with(Kind.STEM, stem, "");
        }

        /** A longer word that begins so, as far as {@link Beginning#isKnown} says. */
        public Group prefix(String prefix) {
            return with(Kind.PREFIX, Beginning.known(prefix), "");
        }

        /** Two words that are joined. */
        public Group joint(String first, String second) {
            return with(Kind.JOINT, first, second);
        }

        /** A character of a script without spaces. */
        public Group single(String character) {
            return with(Kind.SINGLE, character, "");
        }

        /** Two that follow each other. */
        public Group pair(String first, String second) {
            return with(Kind.PAIR, first, second);
        }

        /**
         * Two pieces that follow each other as they would in an article.
         *
         * @throws NullPointerException when no token tells that, by {@link Following#isTold}
         */
        public Group following(Piece first, Piece second) {
            return with(Objects.requireNonNull(Following.kind(first, second)), first.text(), second.text());
        }

        private Group with(Kind kind, String first, String second) {
            wanted.add(new Wanted(kind, first, second));
            return this;
        }
    }

    private final List<Group> groups;

    private Needs(List<Group> groups) {
        this.groups = List.copyOf(groups);
    }

    /** One of each of these groups. */
    public static Needs of(List<Group> groups) {
        return new Needs(groups);
    }

    /** The tokens of which all must be there. */
    public Set<Integer> all(Field field) {
        var all = new TreeSet<Integer>();
        groups.stream()
                .filter(group -> group.wanted.size() == 1)
                .forEach(group -> all.add(group.wanted.get(0).in(field)));
        return all;
    }

    /** Of each set one must be there. */
    public List<Set<Integer>> any(Field field) {
        var sets = new ArrayList<Set<Integer>>();
        for (var group : groups) {
            if (group.wanted.size() > 1) {
                var any = new TreeSet<Integer>();
                group.wanted.forEach(wanted -> any.add(wanted.in(field)));
                sets.add(any);
            }
        }
        return sets;
    }
}
