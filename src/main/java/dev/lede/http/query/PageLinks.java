package dev.lede.http.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Addresses of other pages of a list, as values of {@code Link} (RFC 8288), every other parameter kept. Immutable. */
public final class PageLinks {

    private static final Set<String> PAGING = Set.of("cursor", "page");

    private final String path;
    private final Map<String, List<String>> parameters;

    private PageLinks(String path, Map<String, List<String>> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /**
     * @param path as it stands in the request, percent-encoded
     * @param given the decoded parameters of the request
     */
    public static PageLinks of(String path, Map<String, List<String>> given) {
        // In one order, whatever that of the request: those who ask for the same get the same.
        var kept = new TreeMap<>(given);
        kept.keySet().removeAll(PAGING);
        return new PageLinks(path, kept);
    }

    /** The first page: no cursor and no page number. */
    public String first() {
        return link("first", parameters);
    }

    /**
     * Another page.
     *
     * @param relation such as {@code next}
     * @param parameter {@code cursor} or {@code page}
     */
    public String to(String relation, String parameter, String value) {
        var all = new LinkedHashMap<>(parameters);
        all.put(parameter, List.of(value));
        return link(relation, all);
    }

    private String link(String relation, Map<String, List<String>> query) {
        return "<" + address(path, query) + ">; rel=\"" + relation + "\"";
    }

    /**
     * An address with these parameters.
     *
     * @param path percent-encoded, of an address without a query
     * @param query decoded
     */
    public static String address(String path, Map<String, List<String>> query) {
        var target = new StringBuilder(path);
        query.forEach((name, values) ->
                values.forEach(value -> target.append(target.length() == path.length() ? '?' : '&')
                        .append(encode(name))
                        .append('=')
                        .append(encode(value))));
        return target.toString();
    }

    // RFC 3986 §2.3: form encoding is percent-encoding but for the space, and it needlessly encodes "~".
    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~")
                .replace("%2C", ",");
    }
}
