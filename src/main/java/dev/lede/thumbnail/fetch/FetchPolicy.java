package dev.lede.thumbnail.fetch;

import dev.lede.http.outbound.RefusedAddressException;
import dev.lede.http.outbound.WebAddress;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses may be fetched.
 *
 * @param on whether any
 * @param hosts exact names, or {@code *.example.org} for the hosts below one; empty for every host
 * @param allowPrivate whether networks of one's own may be reached as well
 */
public record FetchPolicy(boolean on, Set<String> hosts, boolean allowPrivate) {

    private static final String BELOW = "*.";

    public FetchPolicy {
        hosts = Set.copyOf(hosts);
    }

    /**
     * Reads {@code on}, {@code off}, or a list such as {@code a.example,*.b.example}.
     *
     * @throws IllegalStateException when it is none of these, with a sentence for who configured it
     */
    public static FetchPolicy of(String configured, boolean allowPrivate) {
        var text = configured.strip().toLowerCase(Locale.ROOT);
        if (text.equals("on") || text.equals("off")) {
            return new FetchPolicy(text.equals("on"), Set.of(), allowPrivate);
        }
        var hosts = new LinkedHashSet<String>();
        for (var entry : text.split(",", -1)) {
            hosts.add(host(entry.strip(), allowPrivate));
        }
        return new FetchPolicy(true, hosts, allowPrivate);
    }

    /** Whether it is an address of the web and its host is one of these; what the host resolves to is not looked up. */
    public boolean allows(String address) {
        try {
            return allows(WebAddress.parse(address));
        } catch (RefusedAddressException refused) {
            return false;
        }
    }

    /**
     * Why nothing is ever fetched from an address that has a scheme, with a sentence for its author; nothing when it may
     * be, when it has none, and when fetching is off.
     */
    public Optional<String> refusal(String address) {
        if (on && WebAddress.isAbsolute(address)) {
            try {
                WebAddress.parse(address);
            } catch (RefusedAddressException refused) {
                return Optional.of(refused.reason());
            }
        }
        return Optional.empty();
    }

    boolean allows(WebAddress address) {
        var host = address.host().name();
        return on && (hosts.isEmpty() || hosts.contains(host) || isBelowOne(host));
    }

    private boolean isBelowOne(String host) {
        for (int dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
            if (hosts.contains(BELOW + host.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    private static String host(String entry, boolean allowPrivate) {
        var below = entry.startsWith(BELOW) ? BELOW : "";
        try {
            var address = WebAddress.parse("http://" + entry.substring(below.length()) + "/");
            var name = address.host().name();
            // A name without a dot is one's own network's; elsewhere it is a misspelt "on" or "off".
            var possible = name.contains(".") || name.contains(":") || allowPrivate;
            if (possible && address.target().equals("/") && address.port() == 80) {
                return below + name;
            }
        } catch (RefusedAddressException noHost) {
            // Told below, as any other.
        }
        throw new IllegalStateException("lede.thumbnail.fetch is on, off, or a list of hosts such as"
                + " pictures.example.org,*.example.net: \"" + entry + "\" is none of these.");
    }
}
