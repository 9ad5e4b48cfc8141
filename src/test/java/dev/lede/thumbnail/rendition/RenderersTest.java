package dev.lede.thumbnail.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.quarkus.runtime.ShutdownEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenderersTest {

    private final Renderers renderers = new Renderers(2);
    private final CountDownLatch blocked = new CountDownLatch(1);

    @AfterEach
    void stop() {
        blocked.countDown();
        renderers.stop(new ShutdownEvent());
    }

    private void block() {
        try {
            blocked.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void sendsAwayWhoComesWhenTooManyWait() {
        for (int i = 0; i < Renderers.MOST_WAITING + 2; i++) {
            renderers.run(this::block);
        }
        assertThatThrownBy(() -> renderers.run(this::block)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ProblemType.BUSY);
            assertThat(refusal.headers()).containsKey("Retry-After");
        });
    }

    @Test
    void runsNoMoreAtOnceThanItMay() throws InterruptedException {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(50);
        for (int i = 0; i < 50; i++) {
            renderers.run(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.decrementAndGet();
                done.countDown();
            });
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isBetween(1, 2);
    }
}
