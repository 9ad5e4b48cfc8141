package dev.lede.markdown.html;

import dev.lede.markdown.tag.Reference;
import dev.lede.markdown.tag.Tags;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses may stand in safe HTML. Thread-safe when its targets are. */
final class Addresses {

    private static final Set<String> LINK_SCHEMES =
            Set.of("http", "https", "mailto", "tel", "sms", "geo", "xmpp", "irc", "ircs", "ftp");

    private static final Set<String> MEDIA_SCHEMES = Set.of("http", "https");

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*+):");

    /** Raster pictures alone: an SVG may carry script. */
    private static final Pattern RASTER = Pattern.compile(
            "data:image/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\\.microsoft\\.icon)[;,].*+",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Browsers drop these inside an address and trim the ones at its edges before they look for a scheme. */
    private static final Pattern IGNORED = Pattern.compile("[\\x00-\\x1F\\x7F]++");

    private final Targets targets;
    private final Tags tags;
    private final Set<String> iframeHosts;

    Addresses(Targets targets, Tags tags, Set<String> iframeHosts) {
        this.targets = targets;
        this.tags = tags;
        this.iframeHosts = iframeHosts;
    }

    /** Where a link leads; empty when it may not. */
    String link(String written) {
        Reference reference = tags.reference(written);
        String address = reference == null
                ? resolved(clean(written), targets.link())
                : clean(reference.resolved(targets.reference()));
        return allowed(address, LINK_SCHEMES);
    }

    /** Where a picture, sound or film comes from; empty when it may not. */
    String media(String written) {
        return allowed(resolved(clean(written), targets.picture()), MEDIA_SCHEMES);
    }

    /** As {@link #media}, and raster pictures in {@code data:} addresses too. */
    String picture(String written) {
        String address = clean(written);
        return RASTER.matcher(address).matches() ? address : media(address);
    }

    /** The same address when it is https and its host one of those that may be framed; else empty. */
    String iframe(String written) {
        String address = clean(written);
        String absolute = address.startsWith("//") ? "https:" + address : address;
        try {
            var uri = new URI(absolute);
            boolean framed = "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getUserInfo() == null
                    && uri.getHost() != null
                    && iframeHosts.contains(uri.getHost().toLowerCase(Locale.ROOT));
            return framed ? absolute : "";
        } catch (URISyntaxException unreadable) {
            return "";
        }
    }

    private static String clean(String written) {
        return IGNORED.matcher(written).replaceAll("").strip();
    }

    private static String resolved(String address, UnaryOperator<String> target) {
        boolean isRelative = !address.isEmpty()
                && !address.startsWith("#")
                && !address.startsWith("//")
                && !SCHEME.matcher(address).lookingAt();
        return isRelative ? clean(target.apply(address)) : address;
    }

    private static String allowed(String address, Set<String> schemes) {
        Matcher scheme = SCHEME.matcher(address);
        boolean refused =
                scheme.lookingAt() && !schemes.contains(scheme.group(1).toLowerCase(Locale.ROOT));
        return refused ? "" : address;
    }
}
