package dev.lede.ingest;

import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.transaction.ContentWrites;
import dev.lede.article.transaction.ContentWrites.Written;
import dev.lede.hash.Sha256;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.store.Assets;
import dev.lede.ingest.store.Assets.Asset;
import dev.lede.thumbnail.Blobs;
import dev.lede.thumbnail.queue.PictureNews;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Assets are stored and deleted, with what that changes of articles. Thread-safe. */
@ApplicationScoped
public class AssetWrites {

    /** Articles that change together with an asset that they want; the others follow in the background. */
    static final int DERIVED_WITH_IT = 100;

    private final Assets assets;
    private final Storing storing;
    private final ContentWrites writes;
    private final PictureNews news;

    AssetWrites(Assets assets, Storing storing, ContentWrites writes, PictureNews news) {
        this.assets = assets;
        this.storing = storing;
        this.writes = writes;
        this.news = news;
    }

    /**
     * Stores an asset, or finds it unchanged.
     *
     * @throws dev.lede.http.problem.ProblemException when a precondition does not hold
     */
    public Written<Action> put(Asset asset, Mode mode) {
        return writes.write(mode.ending(), write -> {
            var session = write.session();
            storing.refuseOwned(write, asset.path());
            var held = assets.hold(session, asset.path());
            mode.preconditions().check(held.orElse(null));
            if (held.equals(Optional.of(Sha256.hex(Sha256.of(asset.bytes()))))) {
                return Action.UNCHANGED;
            }
            assets.store(session, List.of(asset), write.now());
            Blobs.sweep(session, held.stream().toList());
            write.assetChanged(asset.path());
            deriveWanting(write, asset.path());
            return held.isPresent() ? Action.UPDATED : Action.CREATED;
        });
    }

    /**
     * Deletes an asset.
     *
     * @return false when none stands there
     * @throws dev.lede.http.problem.ProblemException when a precondition does not hold
     */
    public Written<Boolean> delete(String path, Mode mode) {
        return writes.write(mode.ending(), write -> {
            storing.refuseOwned(write, path);
            var held = assets.hold(write.session(), path);
            if (held.isEmpty()) {
                return false;
            }
            mode.preconditions().check(held.get());
            assets.delete(write.session(), List.of(path));
            write.assetChanged(path);
            deriveWanting(write, path);
            return true;
        });
    }

    private void deriveWanting(ContentWrite write, String path) {
        var wanting = assets.wantedBy(write.session(), path);
        int first = Math.min(DERIVED_WITH_IT, wanting.size());
        storing.deriveAgain(write, wanting.subList(0, first));
        news.later(write.session(), wanting.subList(first, wanting.size()));
    }
}
