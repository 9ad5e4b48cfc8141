package dev.lede.article.query;

import dev.lede.http.query.Allowed;
import dev.lede.http.query.PageLinks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where a list of articles is to be had as a feed: values of {@code Link} (RFC 8288) by which readers find it. */
public final class FeedLinks {

    private static final Allowed FILTERS = Allowed.by(PublishedFilters.class);

    private FeedLinks() {}

    /** The forms of feeds, the most usual first. */
    public enum Form {
        RSS("/feed.xml", "application/rss+xml"),
        ATOM("/atom.xml", "application/atom+xml"),
        JSON("/feed.json", "application/feed+json");

        private final String path;
        private final String mediaType;

        Form(String path, String mediaType) {
            this.path = path;
            this.mediaType = mediaType;
        }

        /** Where it stands. */
        public String path() {
            return path;
        }

        /** Its media type, without parameters. */
        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * The feeds of what these parameters choose; only filters are kept of them.
     *
     * @param prefix what stands before paths of Lede, possibly nothing
     * @param given decoded
     */
    public static List<String> of(String prefix, Map<String, List<String>> given) {
        // In one order, whatever that of the request: those who ask for the same get the same.
        var kept = new TreeMap<>(FILTERS.known(given));
        return Stream.of(Form.values())
                .map(form -> "<" + PageLinks.address(prefix + form.path, kept) + ">; rel=\"alternate\"; type=\""
                        + form.mediaType + "\"")
                .toList();
    }
}
