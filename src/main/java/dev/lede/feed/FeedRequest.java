package dev.lede.feed;

import dev.lede.article.media.SiteAddresses;
import dev.lede.http.query.Allowed;
import dev.lede.http.query.PageLinks;
import dev.lede.http.query.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a feed is asked for with.
 *
 * @param path of the feed
 * @param query the parameters that feeds have, decoded, by name: a feed has one address, in whatever order it is asked
 *     for
 */
record FeedRequest(String path, Map<String, List<String>> query, SiteAddresses addresses) {

    private static final Allowed KNOWN = Allowed.by(FeedPaging.class);

    static FeedRequest of(String path, Map<String, List<String>> given, SiteAddresses addresses) {
        return new FeedRequest(path, new TreeMap<>(KNOWN.known(given)), addresses);
    }

    /** To be read as a list of articles is, but for the total, which no feed tells. */
    Parameters parameters(int usualLimit) {
        var all = new LinkedHashMap<>(query);
        all.putIfAbsent("limit", List.of(Integer.toString(usualLimit)));
        all.put("count", List.of("none"));
        return Parameters.of(all);
    }

    /** The address of this very page. */
    String self() {
        return PageLinks.address(addresses.api() + path, query);
    }

    /** The address of another page, or of the first. */
    String at(@Nullable String cursor) {
        var other = new TreeMap<>(query);
        other.remove("cursor");
        if (cursor != null) {
            other.put("cursor", List.of(cursor));
        }
        return PageLinks.address(addresses.api() + path, other);
    }

    /** The values of a parameter, those separated by commas apart; what is excluded is not among them. */
    List<String> values(String name) {
        return query.getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .filter(value -> !value.startsWith("!"))
                .toList();
    }
}
