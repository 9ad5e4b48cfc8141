package dev.lede.markdown.html;

import dev.lede.markdown.tag.PageTags;
import dev.lede.markdown.tag.Tagged;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/**
 * Makes any HTML safe to show: no script, style, form or foreign markup, no event handlers, links by a short list of
 * schemes, pictures by http(s) or as raster {@code data:}, frames from named hosts alone. Headings get ids. Thread-safe.
 *
 * <p>Ids and anchors of raw HTML stay as they are written, since links within the page lead to them; {@code name} stays
 * on {@code a} alone, so that nothing takes the place of a property of the browser's document.
 */
public final class SafeHtml {

    /** Elements in elements, as in browsers; the parser lifts deeper ones. */
    private static final int DEEPEST = 512;

    /** Resolved addresses are longer than written ones; nothing else of a decent page grows. */
    private static final int GROWTH = 4;

    private static final int LEAST_BUDGET = 1_000_000;

    private final Set<String> iframeHosts;

    public SafeHtml(Set<String> iframeHosts) {
        this.iframeHosts = iframeHosts;
    }

    /** Reads a fragment of HTML, however broken, and keeps what is safe. Of tags nothing is left, but in code. */
    public SafePage of(Tagged html, Targets targets) {
        Element body = Document.createShell("").body();
        body.appendChildren(Parser.htmlParser().setMaxDepth(DEEPEST).parseFragmentInput(html.text(), body, ""));
        Set<Node> emptied = PageTags.takeOutOf(body, html.tags());
        var addresses = new Addresses(targets, html.tags(), iframeHosts);
        return PageWalk.over(body, new SafeAttributes(addresses), emptied, budget(html.text()));
    }

    private static int budget(String html) {
        return (int) Math.min(Integer.MAX_VALUE, LEAST_BUDGET + (long) GROWTH * html.length());
    }
}
