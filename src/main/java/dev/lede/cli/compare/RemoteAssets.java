package dev.lede.cli.compare;

import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Server;
import dev.lede.cli.outcome.CommandFailed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** The hashes of assets, asked for one by one, as there is no list of them, but several at once. */
final class RemoteAssets {

    private static final int AT_ONCE = 8;

    /** Asked together; what Lede is too busy to answer is asked again. */
    private static final int ROUND = 1_000;

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Server server;
    private final Patience patience;

    RemoteAssets(Server server, Patience patience) {
        this.server = server;
        this.patience = patience;
    }

    /**
     * The hash of each that Lede has.
     *
     * @param encoded paths as they are, with the same percent-encoded
     * @param step is told how many more were asked
     */
    Map<String, String> hashes(Map<String, String> encoded, LongConsumer step)
            throws CommandFailed, InterruptedException {
        var hashes = new HashMap<String, String>();
        var paths = List.copyOf(encoded.keySet());
        for (int from = 0; from < paths.size(); from += ROUND) {
            var some = paths.subList(from, Math.min(paths.size(), from + ROUND));
            hashes.putAll(patience.with(() -> round(some, encoded)));
            step.accept(some.size());
        }
        return hashes;
    }

    private record Asked(String path, CompletableFuture<Optional<String>> answer) {}

    private Map<String, String> round(List<String> paths, Map<String, String> encoded)
            throws CommandFailed, InterruptedException {
        var hashes = new HashMap<String, String>();
        Deque<Asked> underWay = new ArrayDeque<>();
        for (var path : paths) {
            if (underWay.size() == AT_ONCE) {
                take(underWay.remove(), hashes);
            }
            underWay.add(new Asked(path, server.hash("/v1/assets/" + encoded.getOrDefault(path, path))));
        }
        for (var asked : new ArrayList<>(underWay)) {
            take(asked, hashes);
        }
        return hashes;
    }

    private void take(Asked asked, Map<String, String> hashes) throws CommandFailed, InterruptedException {
        server.await(asked.answer(), LIMIT).ifPresent(hash -> hashes.put(asked.path(), hash));
    }
}
