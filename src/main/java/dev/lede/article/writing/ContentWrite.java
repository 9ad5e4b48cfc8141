package dev.lede.article.writing;

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

    TermTally tally() {
        return tally;
    }

    void changed(ArticleChanged change) {
        changes.add(change);
    }

    List<ArticleChanged> changes() {
        return List.copyOf(changes);
    }
}
