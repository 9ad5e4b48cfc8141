package dev.lede.ingest.bulk;

import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.transaction.ContentWrites;
import dev.lede.article.transaction.ContentWrites.Written;
import dev.lede.article.writing.ArticleRows;
import dev.lede.database.Database.Ended;
import dev.lede.database.Database.Ending;
import dev.lede.database.Sql;
import dev.lede.http.query.LinkConfig;
import dev.lede.ingest.Storing;
import dev.lede.ingest.derive.Derivation;
import dev.lede.ingest.derive.IngestConfig;
import dev.lede.ingest.spool.Upload;
import dev.lede.ingest.store.Assets;
import dev.lede.ingest.store.Documents;
import dev.lede.taxonomy.Terms;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Many documents and assets in one transaction, one upload at a time. What it holds in memory does not grow with the
 * upload. Thread-safe.
 */
@ApplicationScoped
public class BulkIngestion {

    // An arbitrary number that no other advisory lock of the application uses.
    private static final long LOCK = 0x6c656465_0002L;

    /** In documents and assets. */
    private static final int LONG = 1_000;

    private final ContentWrites writes;
    private final Storing storing;
    private final Derivation derivation;
    private final ArticleRows rows;
    private final Documents documents;
    private final Assets assets;
    private final Terms terms;
    private final PlannerStatistics statistics;
    private final String prefix;
    private final String contentRoot;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                var thread = new Thread(task, "derivation");
                thread.setDaemon(true);
                return thread;
            });

    BulkIngestion(
            ContentWrites writes,
            Storing storing,
            Derivation derivation,
            ArticleRows rows,
            Documents documents,
            Assets assets,
            Terms terms,
            PlannerStatistics statistics,
            LinkConfig links,
            IngestConfig config) {
        this.writes = writes;
        this.storing = storing;
        this.derivation = derivation;
        this.rows = rows;
        this.documents = documents;
        this.assets = assets;
        this.terms = terms;
        this.statistics = statistics;
        this.prefix = links.prefix();
        this.contentRoot = config.contentRoot();
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    /**
     * Stores what an upload holds, all of it or, when that is not possible in the way that is asked for, nothing.
     *
     * @param sink is told of each file, in the order given, then of what was deleted: it says what will hold when the
     *     transaction commits. An exception of it undoes everything
     * @throws dev.lede.http.problem.ProblemException when the content has changed, or too much would be deleted
     * @throws dev.lede.database.DatabaseException also when another upload is on its way
     */
    public Written<BulkSummary> store(Upload upload, BulkMode mode, Sender sender, Consumer<BulkItem> sink) {
        var written = writes.writeOnce(write -> {
            try {
                var summary = new Run(write, mode, sender, new Tally(sink)).store(upload);
                return new Ended<>(summary, isKept(summary, mode) ? Ending.COMMIT : Ending.ROLL_BACK);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
        if (isKept(written.result(), mode)) {
            statistics.created(written.result().created());
        }
        giveBack(written.result());
        return written;
    }

    /**
     * What a long upload leaves behind fills twice the heap that is needed, and would do so for hours: reads leave too
     * little to have all of it collected. Once, that takes some 50 ms.
     */
    private static void giveBack(BulkSummary summary) {
        if (summary.created() + summary.updated() + summary.unchanged() >= LONG) {
            System.gc();
        }
    }

    private static boolean isKept(BulkSummary summary, BulkMode mode) {
        return !mode.dryRun() && summary.status(mode.atomic()) != BulkSummary.UNPROCESSABLE;
    }

    /** One upload while it is stored. */
    private final class Run {

        private final ContentWrite write;
        private final BulkMode mode;
        private final Sender sender;
        private final Tally tally;

        Run(ContentWrite write, BulkMode mode, Sender sender, Tally tally) {
            this.write = write;
            this.mode = mode;
            this.sender = sender;
            this.tally = tally;
        }

        BulkSummary store(Upload upload) throws IOException {
            var session = write.session();
            session.list(Sql.of("select pg_advisory_xact_lock(" + LOCK + ")"), row -> true);
            mode.unchangedSince().ifPresent(write::requireUnchangedSince);
            var inventory = Inventory.take(session, upload, sender, contentRoot);
            var assetPass = new AssetPass(write, inventory, new AssetPass.Stores(assets, documents, rows, prefix));
            assetPass.run(upload);
            var source = new Upcoming.Source(derivation, threads, file -> assetPass.url(file.path()));
            var going = sender.prune().map(Pruning::going).orElse(Sql.of("false"));
            new DocumentPass(write, mode, new DocumentPass.Stores(storing, rows, assets, terms, going), tally)
                    .run(upload, new Upcoming(session, inventory, source, mode.strict()));
            if (tally.summary().status(mode.atomic()) != BulkSummary.UNPROCESSABLE) {
                var from = new Pruning.Stores(storing, rows, assets);
                sender.prune().ifPresent(prune -> new Pruning(write, from, tally).run(prune));
                sender.end(write);
                showNewPictures(write);
            }
            return tally.summary();
        }
    }

    /** Articles that did not come themselves may find the picture now that they name. */
    private void showNewPictures(ContentWrite write) {
        storing.deriveAgain(
                write,
                write.session()
                        .list(
                                Sql.of("select distinct c.article_id from thumbnail_candidate c"
                                        + " join upload_wanted w on w.path = c.path where not exists"
                                        + " (select from upload_stored s where s.id = c.article_id) order by 1"),
                                row -> row.getObject("article_id", UUID.class)));
    }
}
