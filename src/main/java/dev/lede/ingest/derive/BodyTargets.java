package dev.lede.ingest.derive;

import dev.lede.article.draft.BodyLink;
import dev.lede.markdown.LinkTargets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Leaves a mark in the HTML for each relative target that may be another document or an asset, and resolves the others
 * against the article's url. For one body; not thread-safe.
 */
final class BodyTargets implements LinkTargets {

    /** Links past this many are resolved as if nothing else were there. */
    private static final int MOST_LINKS = 5_000;

    /** Pictures past this many are not asked for: nobody repairs more at once. */
    private static final int MOST_PICTURES = 50;

    private final LinkPaths paths;
    private final String url;
    private final long nonce = ThreadLocalRandom.current().nextLong();
    private final List<BodyLink> links = new ArrayList<>();
    private final Map<String, List<String>> besides = new LinkedHashMap<>();

    BodyTargets(LinkPaths paths, String url) {
        this.paths = paths;
        this.url = url;
    }

    /** Those that were marked so far. */
    List<BodyLink> links() {
        return List.copyOf(links);
    }

    /** The first pictures that are named from the document's own folder, with the assets that each may be. */
    Map<String, List<String>> besides() {
        return Collections.unmodifiableMap(besides);
    }

    @Override
    public String link(String target) {
        return marked(target, paths.of(RelativeUrl.path(target)), "");
    }

    @Override
    public String picture(String target) {
        var meant = paths.of(RelativeUrl.path(target));
        if (!target.startsWith("/") && !meant.isEmpty() && besides.size() < MOST_PICTURES) {
            besides.put(target, meant);
        }
        return marked(target, meant, "");
    }

    @Override
    public String reference(String target) {
        var named = RelativeUrl.path(target);
        return marked(target, paths.ofReference(named), LinkPaths.slug(named));
    }

    private String marked(String target, List<String> meant, String slug) {
        var resolved = RelativeUrl.resolve(url, target);
        if (meant.isEmpty() || links.size() == MOST_LINKS || !RelativeUrl.isRelative(target)) {
            return resolved;
        }
        var rest = target.substring(RelativeUrl.path(target).length());
        var link = new BodyLink(
                BodyLink.mark(nonce, links.size()),
                meant,
                slug,
                resolved.substring(0, resolved.length() - rest.length()));
        links.add(link);
        return link.mark() + rest;
    }
}
