package dev.lede.thumbnail;

import dev.lede.database.Session;
import dev.lede.http.query.LinkConfig;
import dev.lede.thumbnail.FoundAssets.Asset;
import dev.lede.thumbnail.fetch.FetchPolicy;
import dev.lede.thumbnail.fetch.Hosts;
import dev.lede.thumbnail.fetch.PictureFetch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which pictures articles show, and what is told of them. Thread-safe. */
@ApplicationScoped
public class Thumbnails {

    private final FetchPolicy fetching;
    private final ThumbnailViews views;

    Thumbnails(PictureFetch fetch, ThumbnailConfig config, LinkConfig links) {
        this.fetching = fetch.policy();
        this.views = new ThumbnailViews(
                links.prefix(), config.widths().stream().sorted().distinct().toList());
    }

    /**
     * Decides on the pictures of articles that are being stored.
     *
     * @param wanted each of another article
     */
    public SettledThumbnails settle(Session session, List<Wanted> wanted) {
        var assets = FoundAssets.of(session, wanted);
        var shown = new ArrayList<Shown>();
        for (var one : wanted) {
            shown(one, assets.of(one.article())).ifPresent(shown::add);
        }
        var origins =
                shown.stream().flatMap(one -> Stream.ofNullable(one.origin())).toList();
        return SettledThumbnails.of(shown, KnownPicture.find(session, origins), views);
    }

    private Optional<Shown> shown(Wanted wanted, @Nullable Asset asset) {
        var choice = wanted.choice();
        if (asset != null) {
            // What the document says of its picture is not said of a file that was found by its name.
            var alt = asset.telling() ? null : choice.alt();
            return Optional.of(new Shown(
                    wanted.article(), asset.url(), alt, choice.focus(), Origin.ofAsset(asset.hash()), true, null));
        }
        return Optional.ofNullable(choice.otherwise())
                .map(address -> new Shown(
                        wanted.article(),
                        address,
                        choice.alt(),
                        choice.focus(),
                        origin(address),
                        fetching.allows(address),
                        fetching.refusal(address).orElse(null)));
    }

    // What is no address of a host is nobody's picture.
    private static @Nullable Origin origin(String address) {
        return Hosts.hostOf(address).isEmpty() ? null : Origin.ofAddress(address);
    }
}
