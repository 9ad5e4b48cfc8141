package dev.lede.feed;

import dev.lede.feed.format.Entry;
import dev.lede.feed.format.Entry.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a feed is called: the site, and what its entries were chosen by. */
final class FeedTitle {

    private static final String FAMILY = "taxonomy.";

    /** The taxonomies that have parameters of their own. */
    private static final Map<String, String> TAXONOMIES =
            new TreeMap<>(Map.of("category", "categories", "tag", "tags"));

    private final FeedRequest request;
    private final List<Entry> entries;

    FeedTitle(FeedRequest request, List<Entry> entries) {
        this.request = request;
        this.entries = entries;
    }

    /** The title under the site's. */
    String under(String site) {
        var parts = new ArrayList<String>();
        parts.add(site);
        parts.addAll(request.values("section"));
        TAXONOMIES.forEach((parameter, taxonomy) -> parts.addAll(names(parameter, taxonomy)));
        request.query().keySet().stream()
                .filter(name -> name.startsWith(FAMILY))
                .sorted()
                .forEach(name -> parts.addAll(names(name, name.substring(FAMILY.length()))));
        parts.addAll(request.values("lang"));
        return String.join(" – ", parts);
    }

    private List<String> names(String parameter, String taxonomy) {
        return request.values(parameter).stream()
                .map(slug -> name(taxonomy, slug))
                .toList();
    }

    // As one of its entries spells it: all of them bear it, or one of several.
    private String name(String taxonomy, String slug) {
        return entries.stream()
                .flatMap(entry -> entry.categories().stream())
                .filter(category ->
                        category.term().equals(slug) && category.scheme().endsWith("/" + taxonomy))
                .map(Category::label)
                .findFirst()
                .orElse(slug);
    }
}
