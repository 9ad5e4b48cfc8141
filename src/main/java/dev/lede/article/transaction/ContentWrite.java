package dev.lede.article.transaction;

import dev.lede.database.Session;
import dev.lede.taxonomy.TermTally;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A write transaction on content while it runs: its session, its moment, and what it has changed so far. */
public final class ContentWrite {

    private final Session session;
    private final OffsetDateTime now;
    private final TermTally tally = new TermTally();
    private final List<ArticleChanged> changes = new ArrayList<>();
    private final List<String> assets = new ArrayList<>();

    ContentWrite(Session session, OffsetDateTime now) {
        this.session = session;
        this.now = now;
    }

    public Session session() {
        return session;
    }

    /** The moment of the whole transaction. */
    public OffsetDateTime now() {
        return now;
    }

    /** The counts that this transaction changes. */
    public TermTally tally() {
        return tally;
    }

    /** Notes one more change, in the order in which they are made. */
    public void changed(ArticleChanged change) {
        changes.add(change);
    }

    /** Notes that an asset came, went or changed. */
    public void assetChanged(String path) {
        assets.add(path);
    }

    boolean isEmpty() {
        return changes.isEmpty() && assets.isEmpty();
    }

    List<String> assets() {
        return List.copyOf(assets);
    }

    List<ArticleChanged> changes() {
        return List.copyOf(changes);
    }
}
