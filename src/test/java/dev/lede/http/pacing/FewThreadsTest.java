package dev.lede.http.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.testsupport.Eventually;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FewThreadsTest {

    private static final int FEW = 2;
    private static final int MOST = 5;

    @Test
    void quickTasksRunOnAFew() throws Exception {
        // So seldom looked at that none of these tasks takes as long.
        var threads = new FewThreads("few", FEW, MOST, 2_000);
        var atOnce = new AtomicInteger();
        var mostAtOnce = new AtomicInteger();
        var left = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            threads.execute(() -> {
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                pause(Duration.ofMillis(1));
                atOnce.decrementAndGet();
                left.countDown();
            });
        }
        assertThat(left.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(mostAtOnce).hasValue(FEW);
    }

    @Test
    void thoseWhoWaitForSomethingHoldUpNobody() throws Exception {
        var threads = new FewThreads("held", FEW, MOST, 2);
        var opened = new CountDownLatch(1);
        for (int i = 0; i < MOST - 1; i++) {
            threads.execute(() -> await(opened));
        }
        // Behind them all stands the one that they wait for.
        threads.execute(opened::countDown);
        assertThat(opened.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void thereAreNeverMoreThanTheMost() throws Exception {
        var threads = new FewThreads("most", FEW, MOST, 1);
        var opened = new CountDownLatch(1);
        var begun = new AtomicInteger();
        for (int i = 0; i < 3 * MOST; i++) {
            threads.execute(() -> {
                begun.incrementAndGet();
                await(opened);
            });
        }
        Eventually.get(begun::get, many -> many == MOST);
        pause(Duration.ofMillis(100));
        assertThat(begun).hasValue(MOST);
        opened.countDown();
        Eventually.get(begun::get, many -> many == 3 * MOST);
    }

    @Test
    void onceAllGoesWellThereAreAFewAgain() throws Exception {
        var threads = new FewThreads("again", FEW, MOST, 2);
        var opened = new CountDownLatch(1);
        for (int i = 0; i < 2 * MOST; i++) {
            threads.execute(() -> await(opened));
        }
        Eventually.get(threads::size, size -> size == MOST);
        opened.countDown();
        // Always more of them than there are threads, so that none is ever idle.
        var isEnough = new AtomicInteger();
        for (int i = 0; i < 4 * MOST; i++) {
            threads.execute(() -> again(threads, isEnough));
        }
        Eventually.get(threads::size, size -> size == FEW);
        isEnough.set(1);
    }

    private static void again(FewThreads threads, AtomicInteger isEnough) {
        if (isEnough.get() == 0) {
            pause(Duration.ofMillis(1));
            threads.execute(() -> again(threads, isEnough));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
