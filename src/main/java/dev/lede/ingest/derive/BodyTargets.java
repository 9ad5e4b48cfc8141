package dev.lede.ingest.derive;

import dev.lede.article.draft.BodyLink;
import dev.lede.markdown.LinkTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Leaves a mark in the HTML for each relative target that may be another document or an asset, and resolves the others
 * against the article's url. For one body; not thread-safe.
 */
final class BodyTargets implements LinkTargets {

    /** Links past this many are resolved as if nothing else were there. */
    private static final int MOST_LINKS = 5_000;

    private final LinkPaths paths;
    private final String url;
    private final long nonce = ThreadLocalRandom.current().nextLong();
    private final List<BodyLink> links = new ArrayList<>();

    BodyTargets(LinkPaths paths, String url) {
        this.paths = paths;
        this.url = url;
    }

    /** Those that were marked so far. */
    List<BodyLink> links() {
        return List.copyOf(links);
    }

    @Override
    public String link(String target) {
        return marked(target, paths.of(path(target)), "");
    }

    @Override
    public String picture(String target) {
        return marked(target, paths.of(path(target)), "");
    }

    @Override
    public String reference(String target) {
        var named = path(target);
        return marked(target, paths.ofReference(named), LinkPaths.slug(named));
    }

    private String marked(String target, List<String> meant, String slug) {
        var resolved = RelativeUrl.resolve(url, target);
        if (meant.isEmpty() || links.size() == MOST_LINKS || !RelativeUrl.isRelative(target)) {
            return resolved;
        }
        var rest = target.substring(path(target).length());
        var link = new BodyLink(
                BodyLink.mark(nonce, links.size()),
                meant,
                slug,
                resolved.substring(0, resolved.length() - rest.length()));
        links.add(link);
        return link.mark() + rest;
    }

    private static String path(String target) {
        for (var at = 0; at < target.length(); at++) {
            if (target.charAt(at) == '?' || target.charAt(at) == '#') {
                return target.substring(0, at);
            }
        }
        return target;
    }
}
