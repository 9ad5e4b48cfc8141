package dev.lede.article.writing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A body as it is stored: its JSON without the addresses that depend on what else there is, and where they go.
 *
 * @param links in the order of their places
 */
record LinkedBody(String json, List<Link> links) {

    /** @param at bytes of the JSON before the address */
    record Link(int at, List<String> paths, String otherwise) {}

    private record Place(int at, BodyLink link) {}

    /** Takes the marks out. A mark may stand several times, or not at all where its element was dropped. */
    static LinkedBody of(String json, List<BodyLink> marked) {
        var places = new ArrayList<Place>();
        for (var link : marked) {
            for (int at = json.indexOf(link.mark()); at >= 0; at = json.indexOf(link.mark(), at + 1)) {
                places.add(new Place(at, link));
            }
        }
        places.sort(Comparator.comparingInt(Place::at));
        var bare = new StringBuilder(json.length());
        var links = new ArrayList<Link>();
        int from = 0;
        int bytes = 0;
        for (var place : places) {
            var before = json.substring(from, place.at());
            bare.append(before);
            bytes += before.getBytes(StandardCharsets.UTF_8).length;
            links.add(new Link(bytes, place.link().paths(), place.link().otherwise()));
            from = place.at() + place.link().mark().length();
        }
        return new LinkedBody(bare.append(json, from, json.length()).toString(), List.copyOf(links));
    }
}
