package dev.lede.ingest;

import dev.lede.article.transaction.ContentWrites;
import dev.lede.article.transaction.ContentWrites.Written;
import dev.lede.hash.Sha256;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.store.Assets;
import dev.lede.ingest.store.Assets.Asset;
import dev.lede.thumbnail.Blobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Assets are stored and deleted, with what that changes of articles. Thread-safe. */
@ApplicationScoped
public class AssetWrites {

    private final Assets assets;
    private final Storing storing;
    private final ContentWrites writes;

    AssetWrites(Assets assets, Storing storing, ContentWrites writes) {
        this.assets = assets;
        this.storing = storing;
        this.writes = writes;
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
            storing.deriveAgain(write, assets.wantedBy(session, asset.path()));
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
            storing.deriveAgain(write, assets.wantedBy(write.session(), path));
            return true;
        });
    }
}
