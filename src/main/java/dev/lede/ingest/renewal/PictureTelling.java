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

    PictureTelling(PictureNews news, Storing storing, ContentWrites writes) {
        this.news = news;
        this.storing = storing;
        this.writes = writes;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        try {
            if (news.isAny()) {
                tellSome();
            }
        } catch (RuntimeException fault) {
            Log.warn("Articles are not told of their pictures now, but before long", fault);
        }
    }

    private void tellSome() {
        writes.write(Cause.PICTURE, Ending.COMMIT, write -> {
            var session = write.session();
            if (news.takeTurn(session)) {
                var untold = news.articles(session, AT_ONCE);
                storing.deriveFree(write, untold.stream().map(Untold::article).toList());
                news.told(session, untold);
            }
            return true;
        });
    }
}
