package dev.lede.http.caching.kept;

import dev.lede.http.caching.Answer;
import dev.lede.http.caching.Ready;
import dev.lede.http.caching.kept.Touches.View;

/** An answer that is kept, and the revision for which it is known to be right. Thread-safe. */
final class Kept {

    /** In bytes, about: what an answer takes beside its body; 7 KB as measured with 10,000 articles, then its lines. */
    private static final int OVERHEAD = 9 * 1_024;

    private final int status;
    private final Answer answer;
    private final boolean byLanguage;
    private final Routed routed;
    private final Ready ready;

    /** Of two threads that look at it at once the later view may be overwritten, which at worst is looked at again. */
    private volatile long revision;

    /** @param routed how its exchanges are measured */
    Kept(Ready ready, int status, Answer answer, Routed routed) {
        this.ready = ready;
        this.status = status;
        this.answer = answer.resting(ready);
        this.revision = answer.revision().orElseThrow();
        this.routed = routed;
        this.byLanguage = answer.vary().contains("Accept-Language");
    }

    int status() {
        return status;
    }

    Answer answer() {
        return answer;
    }

    Routed routed() {
        return routed;
    }

    /** As it leaves for the plainest requests. */
    Ready ready() {
        return ready;
    }

    /** For which it is known to be right. */
    long revision() {
        return revision;
    }

    boolean isByLanguage() {
        return byLanguage;
    }

    /** In bytes, about. */
    int weight() {
        return (int) Math.min(Integer.MAX_VALUE, (long) OVERHEAD + answer.size());
    }

    /** Whether it is still right for all that is known. */
    boolean isRight(View view, Touches touches) {
        long at = revision;
        if (at >= touches.newest()) {
            return true;
        }
        if (touches.isTouchedAfter(at, answer.dependencies())) {
            return false;
        }
        // Untouched up to what was known before it was looked at, it is what a read would find now.
        revision = Math.max(at, view.revision());
        return true;
    }

    /** As it is to be sent now. */
    Answer now(View view) {
        return answer.still(revision, view.turn());
    }
}
