package dev.lede.http.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names to addresses. Thread-safe. */
@FunctionalInterface
public interface Resolver {

    /**
     * All addresses of a name, at least one; blocks.
     *
     * @param host in ASCII, in lower case
     * @throws UnknownHostException when there is none, or when nobody could be asked
     */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
