package dev.lede.http.caching;

import dev.lede.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an answer depends on, as the things that a change of content touches: {@code article:<id>}, {@code term:<number>},
 * {@code lang:<tag>}, {@code section:<name>} and others of this form. When nothing of it is touched, the answer stays
 * right. Immutable.
 */
public final class Dependencies {

    /** Touched by whatever changes. */
    public static final String ALL = "all";

    /** Touched by whatever changes any article. */
    public static final String ARTICLES = "articles";

    /** Touched by whatever changes any asset. */
    public static final String ASSETS = "assets";

    /** Of an answer that says nothing else. */
    public static final Dependencies EVERYTHING = new Dependencies(Set.of(ALL));

    /** Of what stays right whatever changes. */
    public static final Dependencies NONE = new Dependencies(Set.of());

    /** Of an answer with more of them, any article and any asset are meant. */
    private static final int MOST = 200;

    /** In characters; no cache takes a longer field. */
    private static final int LONGEST_FIELD = 8_000;

    /** In bytes. */
    private static final int LONGEST_TAG = 80;

    private final Set<String> tags;
    private final String field;

    private Dependencies(Set<String> tags) {
        this.tags = tags;
        var joined = String.join(",", tags);
        this.field = joined.length() <= LONGEST_FIELD ? joined : ALL;
    }

    /** @param touched as the log of changes has them; none is taken as not known, which is everything */
    public static Dependencies on(Collection<String> touched) {
        var tags = new TreeSet<String>();
        touched.forEach(thing -> tags.add(tag(thing)));
        if (tags.contains(ALL) || tags.isEmpty()) {
            return EVERYTHING;
        }
        return new Dependencies(tags.size() <= MOST ? tags : new TreeSet<>(Set.of(ARTICLES, ASSETS)));
    }

    /** The same for a few. */
    public static Dependencies on(String... touched) {
        return on(Arrays.asList(touched));
    }

    /** What depends on this and on that. */
    public Dependencies and(Dependencies others) {
        // Nearly always: an answer of many pieces adds nothing for most of them.
        if (others.tags.isEmpty() || tags.isEmpty()) {
            return tags.isEmpty() ? others : this;
        }
        var both = new TreeSet<>(tags);
        both.addAll(others.tags);
        return on(both);
    }

    /**
     * A touched thing as a tag: visible ASCII without a comma, whatever its name is made of, and not long. Two things
     * may have one tag, which at worst touches too much; a tag is its own tag.
     */
    public static String tag(String touched) {
        var bytes = touched.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_TAG && isPlain(bytes)) {
            return touched;
        }
        int colon = touched.indexOf(':');
        return touched.substring(0, colon + 1) + "~"
                + Sha256.hex(Sha256.of(bytes)).substring(0, 24);
    }

    private static boolean isPlain(byte[] bytes) {
        for (var octet : bytes) {
            if (octet <= ' ' || octet == ',' || octet == 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** The tags, in order. */
    public List<String> tags() {
        return List.copyOf(tags);
    }

    /** As {@code Cache-Tag} tells them, which names everything where there is too much to name. */
    String field() {
        return field;
    }
}
