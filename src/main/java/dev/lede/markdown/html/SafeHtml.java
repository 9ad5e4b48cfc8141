package dev.lede.markdown.html;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

    /** Reads a fragment of HTML, however broken, and keeps what is safe. */
    public SafePage of(String html, Targets targets) {
        Element body = Document.createShell("").body();
        body.appendChildren(Parser.htmlParser().setMaxDepth(DEEPEST).parseFragmentInput(html, body, ""));
        return PageWalk.over(body, new SafeAttributes(new Addresses(targets, iframeHosts)), budget(html));
    }

    private static int budget(String html) {
        return (int) Math.min(Integer.MAX_VALUE, LEAST_BUDGET + (long) GROWTH * html.length());
    }
}
