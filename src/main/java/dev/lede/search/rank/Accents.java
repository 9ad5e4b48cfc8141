package dev.lede.search.rank;

import dev.lede.search.text.Diacritics;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words with diacritics as they would be without. */
final class Accents {

    private Accents() {}

    static Set<String> bare(String words) {
        return Arrays.stream(words.strip().split(" ")).map(Diacritics::strip).collect(Collectors.toSet());
    }
}
