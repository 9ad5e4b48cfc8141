package dev.lede.tree;

import java.time.Duration;

/**
 * How a tree is watched.
 *
 * @param quiet nothing has happened for so long when what happened is told
 * @param longest events are gathered for, when it never gets quiet
 * @param rescan everything is looked at again after, whatever events say: some file systems send none
 */
record Pace(Duration quiet, Duration longest, Duration rescan) {

    static final Pace USUAL = new Pace(Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30));

    /** Without events, looking is all there is. */
    Pace withoutEvents() {
        return new Pace(quiet, longest, Duration.ofSeconds(2));
    }

    /** Looking at much takes long: at most a twentieth of the time is spent on it. */
    Duration untilRescan(Duration lastLook) {
        var fair = lastLook.multipliedBy(20);
        return fair.compareTo(rescan) > 0 ? fair : rescan;
    }
}
