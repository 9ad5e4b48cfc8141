package dev.lede.markdown.html;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The attributes of an element that may stay, their addresses checked and resolved. */
final class SafeAttributes {

    private final Addresses addresses;

    SafeAttributes(Addresses addresses) {
        this.addresses = addresses;
    }

    /** In the order written. An address that may not stand takes its attribute with it. */
    Map<String, String> of(Element element) {
        var safe = new LinkedHashMap<String, String>();
        for (Attribute attribute : element.attributes()) {
            if (Elements.isKept(element, attribute.getKey())) {
                put(safe, element, attribute);
            }
        }
        if (safe.containsKey("target")) {
            // A page opened in a new window must not be able to move this one.
            safe.put("rel", (safe.getOrDefault("rel", "") + " noopener").strip());
        }
        return safe;
    }

    private void put(Map<String, String> safe, Element element, Attribute attribute) {
        String name = attribute.getKey();
        String written = attribute.getValue();
        String value = switch (name) {
            case "href" -> addresses.link(written);
            case "src" -> source(element, written);
            case "srcset" -> SourceSet.of(written, addresses);
            case "poster" -> addresses.picture(written);
            case "target" -> written.equalsIgnoreCase("_blank") ? "_blank" : "";
            case "id", "name" -> written.strip();
            default -> written;
        };
        boolean mayBeEmpty = !value.isEmpty() || !needsValue(name);
        if (mayBeEmpty) {
            safe.put(name, value);
        }
    }

    private String source(Element element, String written) {
        return switch (element.normalName()) {
            case "img" -> addresses.picture(written);
            case "iframe" -> addresses.iframe(written);
            default -> addresses.media(written);
        };
    }

    private static boolean needsValue(String name) {
        return switch (name) {
            case "href", "src", "srcset", "poster", "target", "id", "name" -> true;
            default -> false;
        };
    }
}
