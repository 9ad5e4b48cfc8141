package dev.lede.http.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds where a host is, once, and only if all of it lies within reach. Thread-safe. */
public final class Lookup implements AutoCloseable {

    /** A look-up cannot be interrupted, so a dead name server may hold so many threads and no more. */
    private static final int THREADS = 8;

    private static final int WAITING = 256;

    private final Resolver resolver;
    private final Reach reach;
    private final ThreadPoolExecutor threads;

    public Lookup(Resolver resolver, Reach reach) {
        this.resolver = resolver;
        this.reach = reach;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    var thread = new Thread(task, "lede-lookup");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * The address to connect to. Without a name, so that nothing looks it up again.
     *
     * @param within how long it may take
     * @throws RefusedAddressException when any one of its addresses is out of reach: a name that leads both ways is made
     *     to deceive
     * @throws UnknownHostException when there is none; whether the name does not exist or nobody could be asked is not
     *     told apart
     * @throws TimeoutException when nobody answered within that time
     */
    public InetAddress addressOf(Host host, Duration within)
            throws RefusedAddressException, UnknownHostException, TimeoutException, InterruptedException {
        if (host.isLocalhost() && reach == Reach.PUBLIC) {
            throw outOfReach();
        }
        if (host.octets().isPresent()) {
            return judged(host.octets().get());
        }
        InetAddress first = null;
        for (var found : resolve(host.name(), within)) {
            var address = judged(found.getAddress());
            first = first == null ? address : first;
        }
        if (first == null) {
            throw new UnknownHostException(host.name());
        }
        return first;
    }

    private InetAddress judged(byte[] octets) throws RefusedAddressException, UnknownHostException {
        if (!reach.covers(octets)) {
            throw outOfReach();
        }
        return InetAddress.getByAddress(octets);
    }

    private InetAddress[] resolve(String name, Duration within)
            throws UnknownHostException, TimeoutException, InterruptedException {
        try {
            var answer = threads.submit(() -> resolver.resolve(name));
            try {
                return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                answer.cancel(true);
            }
        } catch (RejectedExecutionException tooMany) {
            throw new TimeoutException("Too many hosts are looked up at once");
        } catch (ExecutionException e) {
            throw new UnknownHostException(name);
        }
    }

    private static RefusedAddressException outOfReach() {
        return new RefusedAddressException("The address does not lead to the public internet.");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
