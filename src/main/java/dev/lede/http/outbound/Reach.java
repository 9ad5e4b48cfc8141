package dev.lede.http.outbound;

import java.util.Arrays;
import java.util.List;

/** How far addresses of the internet protocol may lead. */
public enum Reach {

    /** To the public internet alone. */
    PUBLIC,

    /** To networks of one's own, and to this very machine, as well. */
    INTRANET;

    // The IANA registries of special-purpose addresses (RFC 6890) say which are not globally reachable.
    private static final List<Network> SPECIAL = Network.all(
            "0.0.0.0/8", // this network: RFC 791 §3.2
            "10.0.0.0/8", // private: RFC 1918
            "100.64.0.0/10", // carrier-grade NAT: RFC 6598
            "127.0.0.0/8", // loopback: RFC 1122 §3.2.1.3
            "169.254.0.0/16", // link-local, where clouds tell machines their secrets: RFC 3927
            "172.16.0.0/12", // private: RFC 1918
            "192.0.0.0/24", // protocol assignments: RFC 6890 §2.1
            "192.0.2.0/24", // documentation: RFC 5737
            "192.88.99.0/24", // relays of 6to4: RFC 7526
            "192.168.0.0/16", // private: RFC 1918
            "198.18.0.0/15", // benchmarks: RFC 2544
            "198.51.100.0/24", // documentation: RFC 5737
            "203.0.113.0/24", // documentation: RFC 5737
            "224.0.0.0/4", // multicast: RFC 5771
            "240.0.0.0/4", // reserved, and broadcast: RFC 1112 §4, RFC 919
            "2001::/23", // protocol assignments, Teredo among them: RFC 2928, RFC 4380
            "2001:db8::/32", // documentation: RFC 3849
            "2002::/16", // 6to4, which holds any IPv4 address: RFC 3056
            "3fff::/20"); // documentation: RFC 9637

    /** RFC 4291 §2.4: all that is global unicast today; loopback, unique local, link-local, multicast lie outside. */
    private static final Network GLOBAL = Network.parse("2000::/3");

    /** RFC 6052 §2.1: with DNS64 the only way to IPv4; the last four octets are where it leads. */
    private static final Network NAT64 = Network.parse("64:ff9b::/96");

    private static final List<Network> OWN = Network.all(
            "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    /** Where clouds tell machines their secrets, in networks that are otherwise somebody's own or even public. */
    private static final List<Network> METADATA =
            Network.all("100.100.100.200/32", "168.63.129.16/32", "fd00:ec2::254/128");

    /**
     * Whether it leads there. What is neither public nor of one's own, such as link-local and multicast, is out of reach
     * for both.
     *
     * @param octets of the address, 4 or 16, as they are: an IPv4 address inside an IPv6 one is out of reach
     */
    public boolean covers(byte[] octets) {
        if (isIn(METADATA, octets)) {
            return false;
        }
        if (NAT64.contains(octets)) {
            return PUBLIC.covers(Arrays.copyOfRange(octets, 12, 16));
        }
        var routed = octets.length == 4 || GLOBAL.contains(octets);
        return (routed && !isIn(SPECIAL, octets)) || (this == INTRANET && isIn(OWN, octets));
    }

    private static boolean isIn(List<Network> networks, byte[] octets) {
        return networks.stream().anyMatch(network -> network.contains(octets));
    }
}
