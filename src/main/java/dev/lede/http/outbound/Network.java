package dev.lede.http.outbound;

import io.netty.util.NetUtil;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The addresses that share their first bits with this one: {@code 10.0.0.0/8}. Immutable. */
final class Network {

    private final byte[] start;
    private final int bits;

    private Network(byte[] start, int bits) {
        this.start = start;
        this.bits = bits;
    }

    static Network parse(String text) {
        var parts = text.split("/", 2);
        var start = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        return new Network(Objects.requireNonNull(start, text), Integer.parseInt(parts[1]));
    }

    static List<Network> all(String... texts) {
        return Stream.of(texts).map(Network::parse).toList();
    }

    /**
     * Whether it lies in here.
     *
     * @param octets 4 or 16; an IPv4 address lies in no network of IPv6 and the other way round
     */
    boolean contains(byte[] octets) {
        if (octets.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % 8);
            if (((octets[bit / 8] ^ start[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
