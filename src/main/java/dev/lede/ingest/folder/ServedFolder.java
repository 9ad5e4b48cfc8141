package dev.lede.ingest.folder;

import dev.lede.database.Database;
import dev.lede.http.manners.RevisionSource;
import dev.lede.ingest.Storing;
import dev.lede.ingest.bulk.BulkIngestion;
import dev.lede.ingest.derive.IngestConfig;
import dev.lede.ingest.store.Assets;
import dev.lede.ingest.store.FolderFiles;
import dev.lede.tree.ContentTree;
import dev.lede.tree.TreeWatch;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The folder of {@code lede.content-dir}: imported before the first request is answered, and watched from then on. What
 * fails for now, because the database is away or another node is at it, is tried again.
 */
@ApplicationScoped
class ServedFolder {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final long PAUSE_SECONDS = 2;

    private final Optional<Path> folder;
    private final FolderImport.Parts parts;
    private volatile @Nullable Thread watching;

    ServedFolder(
            IngestConfig config,
            Database database,
            BulkIngestion ingestion,
            FolderFiles files,
            Assets assets,
            Storing storing,
            RevisionSource revisions) {
        this.folder = config.contentDir();
        var limits = new FolderUpload.Limits(
                config.limits().document().asLongValue(),
                config.limits().asset().asLongValue());
        this.parts = new FolderImport.Parts(
                database, ingestion, new FolderSender.Stores(files, assets, storing), limits, revisions);
    }

    void start(@Observes StartupEvent event) {
        folder.ifPresent(this::begin);
    }

    private void begin(Path root) {
        try {
            var tree = ContentTree.of(root);
            var watch = TreeWatch.of(tree);
            var folderImport = new FolderImport(root, parts);
            folderImport.bring(watch.first());
            var thread = new Thread(() -> watch(tree, watch, folderImport), "served-folder");
            thread.setDaemon(true);
            watching = thread;
            thread.start();
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "The folder " + root + " cannot be read ("
                            + unreadable.getClass().getSimpleName() + "): set"
                            + " LEDE_CONTENT_DIR to a folder of documents.",
                    unreadable);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        var thread = watching;
        if (thread != null) {
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(PAUSE_SECONDS));
        }
    }

    private void watch(ContentTree tree, TreeWatch begun, FolderImport folderImport) {
        @Nullable TreeWatch watch = begun;
        var due = false;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    if (watch == null) {
                        watch = TreeWatch.of(tree);
                        due = true;
                    }
                    due |= !watch.await(LOOK).isEmpty();
                    if (due) {
                        folderImport.bring(tree.walk());
                        due = false;
                    }
                } catch (IOException | RuntimeException fault) {
                    Log.warnf("The folder %s cannot be brought just now and is tried again: %s", tree.root(), fault);
                    due = true;
                    watch = closed(watch);
                    TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        closed(watch);
    }

    private static @Nullable TreeWatch closed(@Nullable TreeWatch watch) {
        try {
            if (watch != null) {
                watch.close();
            }
        } catch (IOException fault) {
            Log.debug("A watch that is not wanted any more cannot be closed", fault);
        }
        return null;
    }
}
