package dev.lede.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lede.article.query.Total;
import dev.lede.article.query.Total.Counted;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountedTotalsTest {

    private final CountedTotals totals = new CountedTotals();
    private final AtomicInteger counts = new AtomicInteger();
    private volatile long revision = 1;

    /** What the database does: takes what is known if it still holds, and counts when it may. */
    private Optional<Counted> read(Total wanted) {
        if (wanted.known() != null && wanted.known().revision() == revision) {
            return Optional.of(wanted.known());
        }
        return wanted.counting()
                ? Optional.of(new Counted(revision, 10L * counts.incrementAndGet()))
                : Optional.empty();
    }

    private Optional<Counted> total(String key) {
        return totals.read(key, this::read, told -> told);
    }

    @Test
    void countsOnceAsLongAsNothingChanges() {
        assertThat(total("a")).contains(new Counted(1, 10));
        assertThat(total("a")).contains(new Counted(1, 10));
        assertThat(counts).hasValue(1);
    }

    @Test
    void countsAgainAfterAChange() {
        total("a");
        revision = 2;

        assertThat(total("a")).contains(new Counted(2, 20));
    }

    @Test
    void remembersEachTotalByItself() {
        total("a");

        assertThat(total("b")).contains(new Counted(1, 20));
        assertThat(total("a")).contains(new Counted(1, 10));
    }

    @Test
    void countsOnceForAllWhoAskAtOnce() throws Exception {
        total("a");
        revision = 2;
        var readers = 8;
        var begun = new CountDownLatch(readers);
        var pool = Executors.newFixedThreadPool(readers);
        try {
            var answers = IntStream.range(0, readers)
                    .mapToObj(reader -> pool.submit(() -> totals.read(
                            "a",
                            wanted -> {
                                if (!wanted.counting()) {
                                    begun.countDown();
                                    await(begun);
                                }
                                return read(wanted);
                            },
                            told -> told)))
                    .toList();
            for (Future<Optional<Counted>> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).contains(new Counted(2, 20));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(counts).hasValue(2);
    }

    @Test
    void aReadThatFailsHoldsUpNobody() {
        assertThat(catchThrowable(() -> totals.read(
                        "a",
                        wanted -> {
                            throw new IllegalStateException("no database");
                        },
                        (Object told) -> Optional.<Counted>empty())))
                .hasMessage("no database");

        assertThat(total("a")).contains(new Counted(1, 10));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
