package dev.lede.ingest.renewal;

import dev.lede.article.transaction.Cause;
import dev.lede.article.transaction.ContentWrites;
import dev.lede.database.Database.Ending;
import dev.lede.ingest.Storing;
import dev.lede.thumbnail.queue.PictureNews;
import dev.lede.thumbnail.queue.PictureNews.Untold;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets articles tell what has become of their pictures. That is a change like any other, but many go into one revision,
 * of which there is at most one a second.
 */
@Singleton
class PictureTelling {

    /** Articles in one transaction: some tenths of a second, which is how long whoever stores one of them may wait. */
    private static final int AT_ONCE = 200;

    private final PictureNews news;
    private final Storing storing;
    private final ContentWrites writes;
    private final Culprits culprits;
    private final Stride stride = new Stride(AT_ONCE);

    PictureTelling(PictureNews news, Storing storing, ContentWrites writes, Culprits culprits) {
        this.news = news;
        this.storing = storing;
        this.writes = writes;
        this.culprits = culprits;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        var tried = new ArrayList<Untold>();
        try {
            if (news.isAny()) {
                tellSome(tried);
                stride.succeeded();
            }
        } catch (RuntimeException | StackOverflowError fault) {
            if (tried.isEmpty() || !Stride.blames(fault)) {
                Log.warn("Articles are not told of their pictures now, but before long", fault);
            } else {
                findCulprit(tried, fault);
            }
        }
    }

    private void tellSome(List<Untold> tried) {
        writes.write(Cause.PICTURE, Ending.COMMIT, write -> {
            var session = write.session();
            // A deadlock runs this again.
            tried.clear();
            if (news.takeTurn(session)) {
                tried.addAll(news.articles(session, stride.length()));
                storing.deriveFree(write, tried.stream().map(Untold::article).toList());
                news.told(session, tried);
            }
            return true;
        });
    }

    private void findCulprit(List<Untold> tried, Throwable fault) {
        stride.failed(tried.size());
        if (tried.size() == 1) {
            culprits.tell(tried.get(0).article(), fault);
            writes.write(Cause.PICTURE, Ending.COMMIT, write -> {
                news.told(write.session(), tried);
                return true;
            });
        }
    }
}
