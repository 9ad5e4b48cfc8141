package dev.lede.http.outbound;

import com.ibm.icu.text.IDNA;
import io.netty.util.NetUtil;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A host in the one way in which it is compared, looked up and asked for.
 *
 * @param name in ASCII and lower case, without a dot at its end; of an IPv4 address four decimal numbers, of an IPv6
 *     address eight groups without brackets
 * @param octets of an address that was written as such, 4 or 16; empty for a name
 */
public record Host(String name, Optional<byte[]> octets) {

    /** RFC 1035 §2.3.4, in octets; the underscore is no letter of host names, yet some have it. */
    private static final int LONGEST = 253;

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

    /** Before it is decoded: longer is no host, and the tables behind IDNA need not see it. */
    private static final int LONGEST_WRITTEN = 1_000;

    /** Hyphens that registries would not give, and that hosts below a registered name have all the same. */
    private static final EnumSet<IDNA.Error> HARMLESS =
            EnumSet.of(IDNA.Error.HYPHEN_3_4, IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN);

    /**
     * Reads what stands between {@code //} and the port, as browsers do: percent-decoded, mapped by UTS 46, IPv4 in any
     * notation.
     *
     * @throws RefusedAddressException when it is no host
     */
    static Host parse(String written) throws RefusedAddressException {
        if (written.startsWith("[") && written.endsWith("]")) {
            return ipv6(written.substring(1, written.length() - 1));
        }
        var name = written.length() > LONGEST_WRITTEN ? "" : ascii(decoded(written));
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw noHost();
        }
        if (!Ipv4Number.isMeant(name)) {
            return new Host(name, Optional.empty());
        }
        var octets = Ipv4Number.parse(name).orElseThrow(Host::noHost);
        var decimal = IntStream.range(0, 4)
                .mapToObj(i -> String.valueOf(octets[i] & 0xff))
                .collect(Collectors.joining("."));
        return new Host(decimal, Optional.of(octets));
    }

    private static Host ipv6(String written) throws RefusedAddressException {
        // A zone (RFC 6874) is a name of an interface of this machine: nobody's to choose.
        var octets = written.indexOf('%') >= 0 || written.indexOf(':') < 0
                ? null
                : NetUtil.createByteArrayFromIpAddressString(written);
        if (octets == null || octets.length != 16) {
            throw noHost();
        }
        var groups = IntStream.range(0, 8)
                .mapToObj(i -> HexFormat.fromHexDigits(HexFormat.of().formatHex(octets, 2 * i, 2 * i + 2)))
                .map(Integer::toHexString)
                .collect(Collectors.joining(":"));
        return new Host(groups, Optional.of(octets));
    }

    private static String decoded(String written) throws RefusedAddressException {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw noHost();
        }
    }

    private static String ascii(String name) throws RefusedAddressException {
        if (name.chars().allMatch(c -> c < 0x80)
                && !name.toLowerCase(Locale.ROOT).contains("xn--")) {
            return name.toLowerCase(Locale.ROOT);
        }
        var idna = IDNA.getUTS46Instance(IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);
        var info = new IDNA.Info();
        var mapped = idna.nameToASCII(name, new StringBuilder(), info).toString();
        // An empty label is told of even where it is only the dot at the end; the pattern finds any other.
        var serious = info.getErrors().stream()
                .anyMatch(error -> !HARMLESS.contains(error) && error != IDNA.Error.EMPTY_LABEL);
        if (serious) {
            throw noHost();
        }
        return mapped.toLowerCase(Locale.ROOT);
    }

    /** As it stands in a URL and in a {@code Host} field: IPv6 in brackets. */
    String inUrl() {
        return name.indexOf(':') < 0 ? name : "[" + name + "]";
    }

    /** Whether it names this machine by definition (RFC 6761 §6.3). */
    public boolean isLocalhost() {
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    private static RefusedAddressException noHost() {
        return new RefusedAddressException("The address has no host that could be asked.");
    }
}
