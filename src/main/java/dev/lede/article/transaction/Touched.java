package dev.lede.article.transaction;

import dev.lede.http.caching.Dependencies;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Collects what a revision touches: everything that its changes name, and of each article and asset its {@code
 * path:<path>}. Past a thousand things it is all. Belongs to one thread.
 */
public final class Touched {

    private static final int MOST = 1_000;

    /** Every change of an article has one; one without it was written by an older release, which tells too little. */
    private static final String TRANSLATIONS = "translations:";

    private final Set<String> things = new HashSet<>();

    /** Adds what a change of an article touches. */
    public void article(String path, Collection<String> touched) {
        if (touched.stream().noneMatch(thing -> thing.startsWith(TRANSLATIONS))) {
            things.add(Dependencies.ALL);
        }
        things.add(Dependencies.ARTICLES);
        things.add("path:" + path);
        things.addAll(touched);
        bound();
    }

    /** Adds what a change of an asset touches. */
    public void asset(String path) {
        things.add(Dependencies.ASSETS);
        things.add("path:" + path);
        things.add("asset:" + path);
        bound();
    }

    private void bound() {
        if (things.size() > MOST || things.contains(Dependencies.ALL)) {
            things.clear();
            things.add(Dependencies.ALL);
        }
    }

    /** All of it. */
    public Set<String> things() {
        return Set.copyOf(things);
    }
}
