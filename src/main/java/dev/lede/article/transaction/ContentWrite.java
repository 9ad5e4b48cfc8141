package dev.lede.article.transaction;

import dev.lede.database.Later;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A write transaction on content while it runs: its session, its moment, and what it has changed so far. It holds a
 * bounded number of changes: the rest has been told already. Belongs to one thread.
 */
public final class ContentWrite {

    private static final int MOST_UNTOLD = 500;

    private final Session session;
    private final OffsetDateTime now;
    private final Cause cause;
    private final Consumer<ContentChanged> news;
    private final ListedTally tally = new ListedTally();
    private final List<ArticleChanged> changes = new ArrayList<>();
    private final List<String> assets = new ArrayList<>();
    private final Touched touched = new Touched();
    private final Later<List<Long>> batch;
    private int told;
    private long unchangedSince = Long.MAX_VALUE;

    ContentWrite(Session session, OffsetDateTime now, Cause cause, Consumer<ContentChanged> news) {
        this.session = session;
        this.now = now;
        this.cause = cause;
        this.news = news;
        // Asked for with the first statement: nothing waits for it, and one that is not needed leaves a gap.
        this.batch = session.later(Sql.of("select nextval('change_batch')"), row -> row.getLong(1));
    }

    /** The transaction's statements go through this. */
    public Session session() {
        return session;
    }

    /** The moment of the whole transaction. */
    public OffsetDateTime now() {
        return now;
    }

    /** The counts that this transaction changes. */
    public ListedTally tally() {
        return tally;
    }

    /** Notes one more change, in the order in which they are made. */
    public void changed(ArticleChanged change) {
        changes.add(change);
        touched.article(change.path(), change.touched());
        if (changes.size() >= MOST_UNTOLD) {
            tell();
        }
    }

    /** Notes that an asset came, went or changed. */
    public void assetChanged(String path) {
        assets.add(path);
        touched.asset(path);
        if (assets.size() >= MOST_UNTOLD) {
            tell();
        }
    }

    /**
     * Goes on only when no author has changed anything since a revision; looked at now, and again when it commits.
     *
     * @throws ProblemException {@code precondition-failed}
     */
    public void requireUnchangedSince(long revision) {
        unchangedSince = revision;
        checkRevision();
    }

    void checkRevision() {
        if (unchangedSince < Long.MAX_VALUE && isChangedSince(unchangedSince)) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "Documents or assets have changed since revision " + unchangedSince + ", or it is not there yet.");
        }
    }

    private boolean isChangedSince(long revision) {
        return session.one(
                Sql.of(
                        // Of what is not kept, nobody knows who made it.
                        "select ? > (select number from revision) or ? < (select horizon from change_log)"
                                + " or exists (select from revision_batch b"
                                + " join change c on c.batch = b.batch where b.revision > ? and c.cause = 'author')",
                        revision,
                        revision,
                        revision),
                row -> row.getBoolean(1));
    }

    /** What all its changes touch. */
    Set<String> touched() {
        return touched.things();
    }

    boolean isEmpty() {
        return told == 0 && changes.isEmpty() && assets.isEmpty();
    }

    /** Tells what has not been told yet. */
    void tell() {
        var untold = changes.size() + assets.size();
        if (untold > 0) {
            news.accept(
                    new ContentChanged(session, batch(), told, now, cause, List.copyOf(changes), List.copyOf(assets)));
            told += untold;
            changes.clear();
            assets.clear();
        }
    }

    /** The number of this transaction's batch. */
    long batch() {
        return batch.get().get(0);
    }
}
