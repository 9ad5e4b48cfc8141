package dev.lede.thumbnail.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lede.http.outbound.RefusedAddressException;
import dev.lede.http.outbound.WebAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Who is being asked, so that no host is asked for too much at once, nor while it wants to be left alone. Thread-safe; it
 * never blocks, and forgets hosts of which nothing is wanted.
 */
@Singleton
public final class Hosts {

    private static final int AT_ONCE = 2;

    /** As long as a pause that {@link FetchFailedException#after} tells of may be. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** Hosts that are remembered to pause; past that some are forgotten and asked too early. */
    private static final int MOST_PAUSES = 10_000;

    private final Clock clock;
    private final ConcurrentHashMap<String, Integer> turns = new ConcurrentHashMap<>();
    private final Cache<String, Instant> pauses = Caffeine.newBuilder()
            .maximumSize(MOST_PAUSES)
            .expireAfterWrite(LONGEST_PAUSE)
            .build();

    @Inject
    Hosts() {
        this(Clock.systemUTC());
    }

    Hosts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes a turn at the address's host, to be given back by closing it.
     *
     * @return empty when two others have theirs, or while the host pauses: try later
     */
    public Optional<Turn> tryEnter(String address) {
        var host = hostOf(address);
        return enter(host) ? Optional.of(new Turn(host)) : Optional.empty();
    }

    private boolean enter(String host) {
        if (pauseOf(host).isPresent()) {
            return false;
        }
        var entered = new AtomicBoolean();
        turns.compute(host, (name, others) -> {
            var taken = others == null ? 0 : others;
            entered.set(taken < AT_ONCE);
            return taken < AT_ONCE ? taken + 1 : taken;
        });
        return entered.get();
    }

    private void leave(String host) {
        turns.computeIfPresent(host, (name, taken) -> taken > 1 ? taken - 1 : null);
    }

    /** How long a host still wants to be left alone; nothing when it does not. */
    Optional<Duration> pauseOf(String host) {
        var until = pauses.getIfPresent(host);
        var now = clock.instant();
        return until != null && now.isBefore(until) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    }

    /** Hosts of which {@link #tryEnter} gives no turn just now. */
    public Set<String> busy() {
        var busy = new HashSet<String>();
        turns.forEach((host, taken) -> {
            if (taken >= AT_ONCE) {
                busy.add(host);
            }
        });
        var now = clock.instant();
        pauses.asMap().forEach((host, until) -> {
            if (now.isBefore(until)) {
                busy.add(host);
            }
        });
        return busy;
    }

    /** How many hosts are being asked or pause, about. */
    long size() {
        pauses.cleanUp();
        return turns.size() + pauses.estimatedSize();
    }

    /** The host of an address, as all that is said of it here is kept; of what is no address it is empty. */
    public static String hostOf(String address) {
        try {
            return WebAddress.parse(address).host().name();
        } catch (RefusedAddressException refused) {
            return "";
        }
    }

    /** The right to ask one host, which may be exchanged for the right to ask another. Of one thread. */
    public final class Turn implements AutoCloseable {

        private String host;
        private boolean held = true;

        private Turn(String host) {
            this.host = host;
        }

        /**
         * Gives up the present host for another, in case it is not the same.
         *
         * @return false when that one is asked by two others, or pauses: no host may be asked then
         */
        boolean tryMove(String next) {
            if (held && next.equals(host)) {
                return true;
            }
            close();
            host = next;
            held = enter(next);
            return held;
        }

        /** How long the present host still wants to be left alone; nothing when it does not. */
        Optional<Duration> pause() {
            return pauseOf(host);
        }

        /**
         * Leaves the whole host alone for a while; a longer pause that it asked for before stays.
         *
         * @param pause at most a day of it is kept; null is none
         */
        public void pause(@Nullable Duration pause) {
            if (pause == null || pause.isNegative() || pause.isZero()) {
                return;
            }
            var until = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            pauses.asMap().merge(host, until, (one, other) -> one.isAfter(other) ? one : other);
        }

        /** Gives the turn back; doing it twice does no harm. */
        @Override
        public void close() {
            if (held) {
                held = false;
                leave(host);
            }
        }
    }
}
