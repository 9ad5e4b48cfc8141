package dev.lede.article.writing;

import dev.lede.article.draft.BodyLink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * A body as it is stored: its JSON without the addresses that depend on what else there is, and where they go.
 *
 * @param links in the order of their places
 */
record LinkedBody(String json, List<Link> links) {

    /** @param at bytes of the JSON before the address */
    record Link(int at, List<String> paths, String slug, String otherwise) {}

    /** Takes the marks out. A mark may stand several times, or not at all where its element was dropped. */
    static LinkedBody of(String json, List<BodyLink> marked) {
        var byMark = new HashMap<String, BodyLink>();
        marked.forEach(link -> byMark.put(link.mark(), link));
        var bare = new StringBuilder(json.length());
        var links = new ArrayList<Link>();
        int from = 0;
        int bytes = 0;
        var marks = BodyLink.MARK.matcher(json);
        while (marks.find()) {
            var link = byMark.get(marks.group());
            if (link != null) {
                var before = json.substring(from, marks.start());
                bare.append(before);
                bytes += before.getBytes(StandardCharsets.UTF_8).length;
                links.add(new Link(bytes, link.paths(), link.slug(), link.otherwise()));
                from = marks.end();
            }
        }
        return new LinkedBody(bare.append(json, from, json.length()).toString(), List.copyOf(links));
    }
}
