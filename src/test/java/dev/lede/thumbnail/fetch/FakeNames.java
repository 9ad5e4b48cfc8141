package dev.lede.thumbnail.fetch;

import dev.lede.http.outbound.Resolver;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Names that resolve to whatever a test wants, and to something else the next time. Thread-safe. */
public final class FakeNames implements Resolver {

    private final Map<String, Queue<List<InetAddress>>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Says it once; the last answer that was given here stays. */
    public FakeNames with(String host, String... addresses) {
        answers.computeIfAbsent(host, any -> new ArrayDeque<>())
                .add(Arrays.stream(addresses)
                        .map(address -> address(host, address))
                        .toList());
        return this;
    }

    /** All names that were looked up, as often as they were. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        asked.add(host);
        var queue = answers.get(host);
        if (queue == null) {
            throw new UnknownHostException(host);
        }
        synchronized (queue) {
            var answer = queue.size() > 1 ? queue.remove() : queue.element();
            return answer.toArray(InetAddress[]::new);
        }
    }

    private static InetAddress address(String host, String address) {
        try {
            return InetAddress.getByAddress(host, NetUtil.createByteArrayFromIpAddressString(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
