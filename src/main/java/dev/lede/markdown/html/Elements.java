package dev.lede.markdown.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The elements and attributes of safe HTML. What is not named here goes; of unknown elements what stands in them stays. */
final class Elements {

    /** Gone with everything in them: they run, embed, restyle, or change how a browser reads what follows. */
    private static final Set<String> DROPPED = Set.of(
            "area",
            "base",
            "canvas",
            "embed",
            "frame",
            "frameset",
            "head",
            "link",
            "math",
            "meta",
            "noembed",
            "noframes",
            "noscript",
            "param",
            "plaintext",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "xmp");

    private static final Set<String> EVERYWHERE =
            Set.of("id", "class", "title", "lang", "dir", "role", "aria-label", "aria-hidden", "aria-describedby");

    private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "input", "source", "track", "wbr");

    /** Elements that begin and end a line of plain text. */
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "audio",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "iframe",
            "legend",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tr",
            "ul",
            "video");

    /** Elements that can be seen without any text. */
    private static final Set<String> VISIBLE = Set.of("audio", "hr", "iframe", "img", "input", "video");

    private static final Map<String, Set<String>> KEPT = kept();

    private Elements() {}

    static boolean isDropped(Element element) {
        return DROPPED.contains(element.normalName());
    }

    static boolean isKept(Element element) {
        return KEPT.containsKey(element.normalName());
    }

    static boolean isKept(Element element, String attribute) {
        return EVERYWHERE.contains(attribute)
                || KEPT.getOrDefault(element.normalName(), Set.of()).contains(attribute);
    }

    static boolean isVoid(Element element) {
        return VOID.contains(element.normalName());
    }

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    static boolean isVisible(Element element) {
        return VISIBLE.contains(element.normalName());
    }

    static boolean isHeading(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    /** Footnote marks and what old browsers show instead of a film: on the page, but no part of its text. */
    static boolean isSilent(Element element) {
        return switch (element.normalName()) {
            case "audio", "video" -> true;
            case "sup" -> element.hasClass("footnote-ref");
            case "a" -> element.hasClass("footnote-backref");
            default -> false;
        };
    }

    private static Map<String, Set<String>> kept() {
        var kept = new HashMap<String, Set<String>>();
        allow(
                kept,
                "abbr b bdi bdo br cite code dd dfn dt em i kbd mark rb rp rt rtc ruby s samp small strike strong sub");
        allow(
                kept,
                "sup tt u var wbr address article aside blockquote dl figcaption figure footer header main nav section");
        allow(kept, "summary center picture");
        allow(kept, "p div h1 h2 h3 h4 h5 h6 span pre caption hr", "align");
        allow(kept, "a", "href", "name", "target", "rel", "hreflang");
        allow(kept, "del ins", "datetime");
        allow(kept, "time", "datetime");
        allow(kept, "data", "value");
        allow(kept, "q");
        allow(kept, "details", "open");
        allow(kept, "ol", "start", "type", "reversed");
        allow(kept, "ul", "type");
        allow(kept, "li", "value");
        allow(kept, "table", "align", "width", "border");
        allow(kept, "thead tbody tfoot tr", "align", "valign");
        allow(kept, "td th", "align", "valign", "width", "height", "colspan", "rowspan", "scope", "headers", "abbr");
        allow(kept, "colgroup col", "align", "valign", "width", "span");
        allow(kept, "img", "src", "srcset", "sizes", "alt", "width", "height", "align", "loading", "decoding");
        allow(kept, "source", "src", "srcset", "sizes", "media", "type", "width", "height");
        allow(kept, "track", "src", "kind", "srclang", "label", "default");
        allow(kept, "audio", "src", "controls", "loop", "muted", "preload");
        allow(kept, "video", "src", "poster", "controls", "loop", "muted", "preload", "playsinline", "width", "height");
        allow(kept, "iframe", "src", "width", "height", "allowfullscreen", "loading");
        allow(kept, "input", "type", "checked", "disabled");
        return Map.copyOf(kept);
    }

    private static void allow(Map<String, Set<String>> kept, String elements, String... attributes) {
        for (String element : elements.split(" ", -1)) {
            kept.put(element, Set.of(attributes));
        }
    }
}
