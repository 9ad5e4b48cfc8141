package dev.lede.http.caching.kept;

import dev.lede.http.caching.Answer;
import dev.lede.http.caching.kept.Touches.View;

/** An answer that is kept, and the revision for which it is known to be right. Thread-safe. */
final class Kept {

    /** In bytes, about: what an answer takes beside its body. */
    private static final int OVERHEAD = 2_048;

    private final int status;
    private final Answer answer;
    private final boolean byLanguage;
    private final String route;

    /** Of two threads that look at it at once the later view may be overwritten, which at worst is looked at again. */
    private volatile long revision;

    /** @param route the template of its address, as metrics know it; empty when there is none */
    Kept(int status, Answer answer, long revision, String route) {
        this.status = status;
        this.answer = answer;
        this.revision = revision;
        this.route = route;
        this.byLanguage = answer.vary().contains("Accept-Language");
    }

    int status() {
        return status;
    }

    Answer answer() {
        return answer;
    }

    String route() {
        return route;
    }

    boolean isByLanguage() {
        return byLanguage;
    }

    /** In bytes. */
    int weight() {
        return (int) Math.min(Integer.MAX_VALUE, (long) OVERHEAD + answer.size());
    }

    /** Whether it is still right for all that is known. */
    boolean isRight(View view, Touches touches) {
        long at = revision;
        if (at >= view.revision()) {
            return true;
        }
        if (touches.isTouchedAfter(at, answer.dependencies())) {
            return false;
        }
        // Untouched up to what was known before it was looked at, it is what a read would find now.
        revision = view.revision();
        return true;
    }

    /** As it is to be sent now. */
    Answer now(View view) {
        return answer.still(revision, view.turn());
    }
}
