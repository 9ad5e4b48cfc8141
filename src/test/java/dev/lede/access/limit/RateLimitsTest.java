package dev.lede.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final class Watch implements TimeMeter {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        void advance(Duration time) {
            nanos += time.toNanos();
        }
    }

    private final Watch watch = new Watch();
    private final RateLimits limits = new RateLimits(Map.of(Limit.WRONG_KEYS, 3, Limit.WRITES, 2), watch);

    @Test
    void letThroughWhatIsAllowedAndNoMore() {
        count(Limit.WRONG_KEYS, "a", 3);
        var refusal = refused(Limit.WRONG_KEYS, "a");
        assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(refusal.detail()).isEqualTo("More than 3 wrong keys a minute. Try again in 60 s.");
        assertThat(refusal.headers())
                .containsEntry("Retry-After", "60")
                .containsEntry("RateLimit-Policy", "\"wrong-keys\";q=3;w=60")
                .containsEntry("RateLimit", "\"wrong-keys\";r=0;t=60");
    }

    @Test
    void beginAgainWhenTheMinuteIsOver() {
        count(Limit.WRITES, "a", 2);
        watch.advance(Duration.ofMillis(59_001));
        assertThat(refused(Limit.WRITES, "a").headers()).containsEntry("Retry-After", "1");
        watch.advance(Duration.ofMillis(999));
        count(Limit.WRITES, "a", 2);
        assertThat(refused(Limit.WRITES, "a").headers()).containsEntry("Retry-After", "60");
    }

    @Test
    void countEachClientAndEachKindApart() {
        count(Limit.WRITES, "a", 2);
        count(Limit.WRITES, "b", 2);
        count(Limit.WRONG_KEYS, "a", 3);
        assertThat(refused(Limit.WRITES, "a").detail()).contains("writes");
    }

    @Test
    void limitNothingElse() {
        assertThat(limits.apply(Limit.READS)).isFalse();
        assertThat(limits.apply(Limit.WRITES)).isTrue();
        count(Limit.READS, "a", 1_000);
    }

    @Test
    void areOneOrMore() {
        assertThatThrownBy(() -> new RateLimits(Map.of(Limit.READS, 0), watch))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reads a minute must be 1 or more, not 0");
    }

    @Test
    void takeMethodsThatOnlyReadForReads() {
        assertThat(Limit.ofMethod("GET")).isEqualTo(Limit.READS);
        assertThat(Limit.ofMethod("HEAD")).isEqualTo(Limit.READS);
        for (var method : new String[] {"PUT", "POST", "DELETE", "PATCH", "get"}) {
            assertThat(Limit.ofMethod(method)).isEqualTo(Limit.WRITES);
        }
    }

    private void count(Limit limit, String client, int times) {
        for (int i = 0; i < times; i++) {
            limits.count(limit, client);
        }
    }

    private ProblemException refused(Limit limit, String client) {
        return catchThrowableOfType(ProblemException.class, () -> limits.count(limit, client));
    }
}
