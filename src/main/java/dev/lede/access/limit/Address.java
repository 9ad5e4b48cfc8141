package dev.lede.access.limit;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a client without a key is known by. */
public final class Address {

    /** In bytes: one client commonly has all of such a network to itself. */
    private static final int NETWORK = 8;

    private Address() {}

    /** The address, of IPv6 its first half; empty when there is none. */
    public static String of(@Nullable SocketAddress peer) {
        // A proxy may also have named what is no address.
        var host = peer == null ? null : peer.host();
        var octets = host == null ? null : NetUtil.createByteArrayFromIpAddressString(host);
        if (octets == null) {
            return host == null ? "" : host;
        }
        try {
            // It makes an IPv4 address of one that is mapped into IPv6.
            var address = InetAddress.getByAddress(octets);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(octets, 0, NETWORK)
                    : String.valueOf(address.getHostAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four or sixteen octets are an address", e);
        }
    }
}
