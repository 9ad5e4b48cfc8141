package dev.lede.markdown.html;

import dev.lede.markdown.html.SafePage.Picture;
import dev.lede.markdown.html.SafePage.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** One walk over a page that writes what is safe and notes what is asked about it. For one page; not thread-safe. */
final class PageWalk implements NodeFilter {

    private final Element page;
    private final SafeAttributes attributes;
    private final Set<Node> emptied;
    private final int budget;
    private final HtmlWriter html = new HtmlWriter();
    private final PageText text = new PageText();
    private final HeadingIds ids = new HeadingIds();
    private final List<Section> sections = new ArrayList<>();
    private final Set<Element> unwrapped = new HashSet<>();
    private @Nullable Picture firstPicture;
    private @Nullable String head;
    private boolean isSomethingAfterHead;

    private PageWalk(Element page, SafeAttributes attributes, Set<Node> emptied, int budget) {
        this.page = page;
        this.attributes = attributes;
        this.emptied = emptied;
        this.budget = budget;
    }

    /**
     * @param emptied elements to leave out
     * @param budget how long the HTML may become before elements go without attributes: HTML's rules repeat unclosed
     *     elements such as {@code b} in each paragraph that follows
     */
    static SafePage over(Element page, SafeAttributes attributes, Set<Node> emptied, int budget) {
        var walk = new PageWalk(page, attributes, emptied, budget);
        NodeTraversor.filter(walk, page);
        String head = walk.head;
        return new SafePage(
                walk.html.toString(),
                walk.text.blocks(),
                walk.sections,
                walk.firstPicture,
                head == null ? null : new SafePage.Head(head, !walk.isSomethingAfterHead));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            write(words.getWholeText());
        } else if (node instanceof Comment comment) {
            divide(comment);
        } else if (node instanceof Element element && !element.equals(page)) {
            return open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !element.equals(page)) {
            text.close(element);
            if (isWritten(element)) {
                html.close(element.normalName());
            }
        }
        return FilterResult.CONTINUE;
    }

    private void write(String words) {
        html.text(words);
        text.text(words);
        isSomethingAfterHead |= head != null && !words.isBlank();
    }

    private void divide(Comment comment) {
        if (head == null && !text.isInCode() && comment.getData().strip().equals("more")) {
            head = text.soFar();
        }
    }

    private FilterResult open(Element element) {
        if (Elements.isDropped(element) || emptied.contains(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (!Elements.isKept(element)) {
            text.open(element);
            return FilterResult.CONTINUE;
        }
        Map<String, String> safe = html.length() < budget ? attributes.of(element) : new LinkedHashMap<>();
        if (isNothing(element, safe)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        giveId(element, safe);
        text.open(element);
        isSomethingAfterHead |= head != null && Elements.isVisible(element);
        if (element.nameIs("img") && firstPicture == null) {
            firstPicture = new Picture(element.attr("src").strip(), element.attr("alt"));
        }
        if (element.nameIs("a") && safe.isEmpty()) {
            unwrapped.add(element);
        } else {
            html.open(element.normalName(), safe);
        }
        // What stands in an iframe is no part of the page.
        return element.nameIs("iframe") ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
    }

    private boolean isWritten(Element element) {
        return Elements.isKept(element) && !Elements.isVoid(element) && !unwrapped.contains(element);
    }

    /** A picture, frame or source without an address, and any field but the box of a task list. */
    private static boolean isNothing(Element element, Map<String, String> safe) {
        return switch (element.normalName()) {
            case "img", "iframe", "track" -> !safe.containsKey("src");
            case "source" -> !safe.containsKey("src") && !safe.containsKey("srcset");
            case "input" -> !"checkbox".equalsIgnoreCase(safe.get("type")) || !safe.containsKey("disabled");
            default -> false;
        };
    }

    /** Headings get ids; a heading within a heading is none, as in the table of contents. */
    private void giveId(Element element, Map<String, String> safe) {
        String own = safe.get("id");
        if (!Elements.isHeading(element) || text.isInHeading()) {
            if (own != null) {
                ids.keep(own);
            }
            return;
        }
        String title = Titles.of(element);
        String id = own == null ? ids.ofTitle(title) : ids.of(own);
        safe.put("id", id);
        if (!title.isEmpty()) {
            sections.add(new Section(id, title, element.normalName().charAt(1) - '0'));
        }
    }
}
