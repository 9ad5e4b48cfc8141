package dev.lede.http.caching.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.http.caching.Dependencies;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TouchesTest {

    private static final Dependencies ONE = Dependencies.on("article:1");

    private static Touches at(long revision) {
        var touches = new Touches(100);
        touches.reach(revision, null, System.nanoTime());
        return touches;
    }

    @Test
    void knowsWhichRevisionTouchedAThingLast() {
        var touches = at(5);
        assertThat(touches.follow(6, Set.of("article:1", "lang:en"), null)).isTrue();

        assertThat(touches.isTouchedAfter(5, ONE)).isTrue();
        assertThat(touches.isTouchedAfter(6, ONE)).isFalse();
        assertThat(touches.isTouchedAfter(5, Dependencies.on("article:2", "lang:en")))
                .isTrue();
        assertThat(touches.isTouchedAfter(5, Dependencies.on("article:2"))).isFalse();
        assertThat(touches.isTouchedAfter(5, Dependencies.EVERYTHING)).isTrue();
        assertThat(touches.isTouchedAfter(6, Dependencies.EVERYTHING)).isFalse();
    }

    @Test
    void doesNotTrustWhatIsAboutToChange() {
        var touches = at(5);
        touches.touch(6, Set.of("article:1"));

        assertThat(touches.newest()).isEqualTo(6);
        assertThat(touches.isTouchedAfter(5, ONE)).isTrue();
        assertThat(touches.isTouchedAfter(5, Dependencies.on("article:2"))).isFalse();
        assertThat(touches.isTouchedAfter(5, Dependencies.EVERYTHING)).isTrue();
        assertThat(touches.revision()).isEqualTo(5);
    }

    @Test
    void followsOnlyWithoutAGap() {
        var touches = at(5);
        assertThat(touches.follow(7, Set.of("article:1"), null)).isFalse();
        assertThat(touches.isTouchedAfter(5, ONE)).isFalse();
        touches.reach(7, null, System.nanoTime());
        assertThat(touches.follow(7, Set.of("article:1"), null)).isTrue();
    }

    @Test
    void takesAllForEverything() {
        var touches = at(5);
        touches.follow(6, Set.of(Dependencies.ALL), null);
        assertThat(touches.isTouchedAfter(5, ONE)).isTrue();
        assertThat(touches.isTouchedAfter(6, ONE)).isFalse();
    }

    @Test
    void forgetsTheOldestAndSaysTouchedOfThem() {
        var touches = at(0);
        for (long revision = 1; revision <= 1_000; revision++) {
            touches.follow(revision, Set.of("article:" + revision), null);
            assertThat(touches.isTouchedAfter(revision - 1, Dependencies.on("article:" + revision)))
                    .isTrue();
            assertThat(touches.isTouchedAfter(revision, Dependencies.on("article:" + revision)))
                    .isFalse();
        }
        // Forgotten, but never for right.
        assertThat(touches.isTouchedAfter(0, ONE)).isTrue();
        assertThat(touches.isTouchedAfter(0, Dependencies.on("article:never"))).isTrue();
        assertThat(touches.isTouchedAfter(1_000, Dependencies.on("article:never")))
                .isFalse();
    }

    @Test
    void isNotReliedOnWhenTheLogWasNotAskedForASecond() {
        var touches = new Touches(100);
        assertThat(touches.fresh(System.nanoTime())).isNull();
        long asked = System.nanoTime();
        touches.reach(3, null, asked);
        assertThat(touches.fresh(asked + 900_000_000L)).isNotNull();
        assertThat(touches.fresh(asked + 1_000_000_000L)).isNull();
        touches.doubt();
        assertThat(touches.fresh(System.nanoTime())).isNull();
        touches.reach(3, null, System.nanoTime());
        assertThat(touches.fresh(System.nanoTime())).isNotNull();
    }
}
