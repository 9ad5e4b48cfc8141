package dev.lede.search.token;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The stop words of languages, read when they are first asked for. */
final class StopWords {

    static final Map<Language, Set<String>> OF = new ConcurrentHashMap<>();

    private StopWords() {}
}
