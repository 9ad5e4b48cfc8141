package dev.lede.article;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.lede.article.query.Total;
import dev.lede.article.query.Total.Counted;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Totals that have to be counted: each by one reader at a time, while the others wait for what it finds, and remembered
 * for as long as nothing changes. Thread-safe.
 */
final class CountedTotals {

    /** In characters of the keys. */
    private static final long REMEMBERED = 4_000_000;

    private final LoadingCache<String, Remembered> totals = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .weigher((String key, Remembered total) -> key.length() + 100)
            .build(key -> new Remembered());

    private static final class Remembered {
        private final ReentrantLock counting = new ReentrantLock();
        private volatile @Nullable Counted last;
    }

    /**
     * Runs a read that needs a total: once if what is remembered still holds, and otherwise once more, by itself.
     *
     * @param key the same for all reads that have the same total
     * @param told the total that a read has answered, if it has, with the revision that it saw
     */
    <T> T read(String key, Function<Total, T> reading, Function<T, Optional<Counted>> told) {
        var total = totals.get(key);
        var last = total.last;
        if (last != null) {
            var read = reading.apply(Total.ifStill(last));
            if (told.apply(read).isPresent()) {
                return read;
            }
        }
        total.counting.lock();
        try {
            var read = reading.apply(Total.orCountedNow(total.last));
            total.last = told.apply(read).orElseThrow();
            return read;
        } finally {
            total.counting.unlock();
        }
    }
}
