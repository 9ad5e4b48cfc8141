package dev.lede.thumbnail.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HostsTest {

    private static final class Watch extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Watch watch = new Watch();
    private final Hosts hosts = new Hosts(watch);

    @Test
    void giveTwoTurnsAtATime() {
        var first = hosts.tryEnter("http://a.example/1.png").orElseThrow();
        assertThat(hosts.tryEnter("https://A.example.:8443/2.png")).isPresent();
        assertThat(hosts.tryEnter("http://a.example/3.png")).isEmpty();
        assertThat(hosts.tryEnter("http://b.example/3.png")).isPresent();
        first.close();
        first.close();
        assertThat(hosts.tryEnter("http://a.example/3.png")).isPresent();
        assertThat(hosts.tryEnter("http://a.example/4.png")).isEmpty();
    }

    @Test
    void keepThePauseThatAHostAskedFor() {
        try (var turn = hosts.tryEnter("http://a.example/1.png").orElseThrow()) {
            turn.pause(Duration.ofMinutes(5));
            turn.pause(Duration.ofMinutes(1));
            turn.pause(null);
        }
        assertThat(hosts.tryEnter("http://a.example/2.png")).isEmpty();
        assertThat(hosts.tryEnter("http://b.example/2.png")).isPresent();
        watch.now = Instant.EPOCH.plusSeconds(299);
        assertThat(hosts.tryEnter("http://a.example/2.png")).isEmpty();
        watch.now = Instant.EPOCH.plusSeconds(300);
        assertThat(hosts.tryEnter("http://a.example/2.png")).isPresent();
    }

    @Test
    void giveTurnsEvenToWhatIsNoAddress() {
        assertThat(hosts.tryEnter("nothing")).isPresent();
    }

    @Test
    void forgetHostsOfWhichNothingIsWanted() {
        for (int i = 0; i < 30_000; i++) {
            hosts.tryEnter("http://a" + i + ".example/").orElseThrow().close();
        }
        assertThat(hosts.size()).isZero();
        for (int i = 0; i < 30_000; i++) {
            try (var turn = hosts.tryEnter("http://b" + i + ".example/").orElseThrow()) {
                turn.pause(Duration.ofDays(30));
            }
        }
        assertThat(hosts.size()).isBetween(1L, 10_000L);
    }

    @Test
    void neverGiveMoreTurnsToMany() throws InterruptedException {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            threads.execute(() -> {
                await(start);
                for (int j = 0; j < 5_000; j++) {
                    hosts.tryEnter("http://a.example/").ifPresent(turn -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        inside.decrementAndGet();
                        turn.close();
                    });
                }
            });
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(most.get()).isBetween(1, 2);
        assertThat(hosts.size()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
