package dev.lede.http.outbound;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address of something on the web, read as browsers read it (WHATWG URL), but that what browsers repair in silence is
 * refused where it could mean two things.
 *
 * @param secure whether it is {@code https}
 * @param port 80, 443 or 1,024 and above
 * @param target path and query in ASCII, percent-encoded, beginning with a slash
 */
public record WebAddress(boolean secure, Host host, int port, String target) {

    /** In characters. */
    private static final int LONGEST = 8_192;

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(.*?)(?::([0-9]{0,5}))?");

    /** The system's own; behind them are mail, shells and files, which must not be made to read a request. */
    private static final int FIRST_FREE_PORT = 1_024;

    /** Fetch §2.9: ports of other protocols that browsers refuse too. */
    private static final Set<Integer> FOREIGN_PORTS = Set.of(
            1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
            10080);

    /**
     * Reads an absolute address. Spaces around it and a fragment are dropped.
     *
     * @throws RefusedAddressException when it is no {@code http} or {@code https} address, or one that is never fetched:
     *     with a user or a password, or with a port of another protocol
     */
    public static WebAddress parse(String written) throws RefusedAddressException {
        var text = checked(written);
        var scheme = SCHEME.matcher(text);
        var name = scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
        if (!name.equals("http") && !name.equals("https")) {
            throw new RefusedAddressException("Only http and https addresses are asked.");
        }
        var rest = slashed(text.substring(name.length() + 1));
        if (!rest.startsWith("//")) {
            throw new RefusedAddressException("The address has no host that could be asked.");
        }
        var end = firstOf(rest, "/?", 2);
        return of(name.equals("https"), rest.substring(2, end), rest.substring(end));
    }

    /** Whether it begins with a scheme, of whatever kind. */
    public static boolean isAbsolute(String written) {
        return SCHEME.matcher(written.strip()).matches();
    }

    /**
     * Reads an address as seen from this one (RFC 3986 §5.2), as a {@code Location} is.
     *
     * @throws RefusedAddressException as {@link #parse} does
     */
    public WebAddress resolve(String reference) throws RefusedAddressException {
        var text = checked(reference);
        if (SCHEME.matcher(text).matches()) {
            return parse(text);
        }
        var seen = slashed(text);
        if (seen.startsWith("//")) {
            return parse(scheme() + ":" + seen);
        }
        var path = target.substring(0, firstOf(target, "?", 0));
        String there;
        if (seen.startsWith("/")) {
            there = seen;
        } else if (seen.isEmpty()) {
            there = target;
        } else {
            there = (seen.startsWith("?") ? path : path.substring(0, path.lastIndexOf('/') + 1)) + seen;
        }
        return new WebAddress(secure, host, port, Target.of(there));
    }

    /** What a {@code Host} field says (RFC 9110 §7.2). */
    public String authority() {
        return host.inUrl() + (port == defaultPort(secure) ? "" : ":" + port);
    }

    /** The address in full, in ASCII. */
    @Override
    public String toString() {
        return scheme() + "://" + authority() + target;
    }

    private String scheme() {
        return secure ? "https" : "http";
    }

    private static WebAddress of(boolean secure, String authority, String rest) throws RefusedAddressException {
        if (authority.indexOf('@') >= 0) {
            throw new RefusedAddressException("An address with a user or a password in it is not fetched.");
        }
        var parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw new RefusedAddressException("The address has no host that could be asked.");
        }
        var number = parts.group(2);
        var port = number == null || number.isEmpty() ? defaultPort(secure) : Integer.parseInt(number);
        if (port != 80 && port != 443 && (port < FIRST_FREE_PORT || port > 65_535 || FOREIGN_PORTS.contains(port))) {
            throw new RefusedAddressException("Nothing is fetched from port " + port + ".");
        }
        return new WebAddress(secure, Host.parse(parts.group(1)), port, Target.of(rest));
    }

    private static String checked(String written) throws RefusedAddressException {
        if (written.length() > LONGEST) {
            throw new RefusedAddressException("The address is longer than " + LONGEST + " characters.");
        }
        var text = written.strip();
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedAddressException("The address has control characters in it.");
        }
        return text.substring(0, firstOf(text, "#", 0));
    }

    /** Browsers read a backslash before the query as a slash, so that no host can hide behind one. */
    private static String slashed(String text) {
        var query = firstOf(text, "?", 0);
        return text.substring(0, query).replace('\\', '/') + text.substring(query);
    }

    private static int firstOf(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static int defaultPort(boolean secure) {
        return secure ? 443 : 80;
    }
}
