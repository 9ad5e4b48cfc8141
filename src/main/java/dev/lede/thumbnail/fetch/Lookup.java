package dev.lede.thumbnail.fetch;

import dev.lede.thumbnail.fetch.address.Host;
import dev.lede.thumbnail.fetch.address.Reach;
import dev.lede.thumbnail.fetch.address.Resolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds where a host is, once, and only if all of it lies within reach. Thread-safe. */
final class Lookup implements AutoCloseable {

    /** A look-up cannot be interrupted, so a dead name server may hold so many threads and no more. */
    private static final int THREADS = 8;

    private static final int WAITING = 256;

    private final Resolver resolver;
    private final Reach reach;
    private final ThreadPoolExecutor threads;

    Lookup(Resolver resolver, Reach reach) {
        this.resolver = resolver;
        this.reach = reach;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    var thread = new Thread(task, "lede-picture-lookup");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * The address to connect to. Without a name, so that nothing looks it up again.
     *
     * @throws FetchFailedException when there is none, or when any one of them is out of reach: a name that leads both
     *     ways is made to deceive
     */
    InetAddress addressOf(Host host, Deadline deadline) throws FetchFailedException {
        if (host.isLocalhost() && reach == Reach.PUBLIC) {
            throw outOfReach();
        }
        try {
            if (host.octets().isPresent()) {
                return within(host.octets().get());
            }
            InetAddress first = null;
            for (var found : resolve(host.name(), deadline)) {
                var address = within(found.getAddress());
                first = first == null ? address : first;
            }
            if (first != null) {
                return first;
            }
        } catch (UnknownHostException unknown) {
            // Whether the name does not exist or nobody could be asked is not told apart.
        }
        throw FetchFailedException.forNow("The host " + host.name() + " is not known.");
    }

    private InetAddress within(byte[] octets) throws FetchFailedException, UnknownHostException {
        if (!reach.covers(octets)) {
            throw outOfReach();
        }
        return InetAddress.getByAddress(octets);
    }

    private InetAddress[] resolve(String name, Deadline deadline) throws UnknownHostException, FetchFailedException {
        try {
            var answer = threads.submit(() -> resolver.resolve(name));
            try {
                return answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                answer.cancel(true);
            }
        } catch (TimeoutException e) {
            throw deadline.passed();
        } catch (RejectedExecutionException e) {
            throw FetchFailedException.forNow("Too many hosts are looked up at once.");
        } catch (ExecutionException e) {
            throw new UnknownHostException(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FetchFailedException.forNow("Fetching was stopped.");
        }
    }

    private static FetchFailedException outOfReach() {
        return FetchFailedException.forGood("The address does not lead to the public internet.");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
