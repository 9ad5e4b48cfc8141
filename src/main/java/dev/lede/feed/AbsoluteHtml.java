package dev.lede.feed;

import dev.lede.article.media.SiteAddresses;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/** The body of an article as it may be read anywhere: with whole addresses. */
final class AbsoluteHtml {

    private static final List<String> ADDRESSES = List.of("href", "src", "poster", "cite");

    /** An address of {@code srcset} and its descriptor. Neither holds blanks; an address may hold commas, but not last. */
    private static final Pattern CANDIDATE = Pattern.compile("[\\s,]*(\\S*[^\\s,])(\\s+[^\\s,]+)?\\s*(?:,|$)");

    private final SiteAddresses addresses;
    private final String url;

    /** @param url the article's own, whole */
    AbsoluteHtml(SiteAddresses addresses, String url) {
        this.addresses = addresses;
        this.url = url;
    }

    /** The same HTML with whole addresses. */
    String of(String html) {
        var document = Jsoup.parseBodyFragment(html, url);
        document.outputSettings().prettyPrint(false);
        var body = document.body();
        for (var attribute : ADDRESSES) {
            body.select("[" + attribute + "]")
                    .forEach(element -> element.attr(attribute, address(element.attr(attribute))));
        }
        body.select("[srcset]").forEach(element -> element.attr("srcset", sources(element.attr("srcset"))));
        return body.html();
    }

    /** The whole address that this one means in the article; what cannot be read stays as it is. */
    String address(String written) {
        if (SiteAddresses.isRootRelative(written)) {
            return addresses.ofPath(written);
        }
        var absolute = new Element(Tag.valueOf("a"), url).attr("href", written).absUrl("href");
        return absolute.isEmpty() ? written : absolute;
    }

    private String sources(String srcset) {
        return CANDIDATE.matcher(srcset).results().map(this::source).collect(Collectors.joining(", "));
    }

    private String source(MatchResult candidate) {
        var descriptor = candidate.group(2);
        return address(candidate.group(1)) + (descriptor == null ? "" : " " + descriptor.strip());
    }
}
