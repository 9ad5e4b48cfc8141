package dev.lede.thumbnail.rendition;

import dev.lede.thumbnail.picture.Pictures;
import dev.lede.thumbnail.picture.RenditionSpec;
import dev.lede.thumbnail.rendition.StoredRenditions.Workplace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** Renditions of one picture while they are made, for all who wait for them. Thread-safe. */
final class Making {

    private final StoredRenditions stored;
    private final ShownPicture picture;
    private final String group;
    private final Map<RenditionSpec, CompletableFuture<Optional<byte[]>>> wanted = new LinkedHashMap<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    /**
     * @param group of renditions that are made together
     * @param specs all of the group; the one that somebody waits for is the first
     */
    Making(StoredRenditions stored, ShownPicture picture, String group, List<RenditionSpec> specs) {
        this.stored = stored;
        this.picture = picture;
        this.group = group;
        specs.forEach(spec -> wanted.put(spec, new CompletableFuture<>()));
    }

    /** Whether the caller is the one to run it. */
    boolean begins() {
        return begun.compareAndSet(false, true);
    }

    /** The bytes of one of them, as soon as they are there. */
    CompletionStage<Optional<byte[]>> of(RenditionSpec spec) {
        return Objects.requireNonNull(wanted.get(spec));
    }

    /** @param made is called for each that was not there yet */
    void run(Runnable made) {
        try {
            stored.alone(picture, group, workplace -> make(workplace, made));
            wanted.values().forEach(waiting -> waiting.complete(Optional.empty()));
        } catch (Throwable failure) {
            fail(failure);
        }
    }

    private void make(Workplace workplace, Runnable made) {
        var missing = missing(workplace);
        if (!missing.isEmpty()) {
            workplace
                    .original()
                    .ifPresent(original -> Pictures.render(original, missing, rendition -> {
                        workplace.keep(rendition.spec(), rendition.bytes());
                        made.run();
                        complete(rendition.spec(), Optional.of(rendition.bytes()));
                    }));
        }
    }

    void fail(Throwable failure) {
        wanted.values().forEach(waiting -> waiting.completeExceptionally(failure));
    }

    private void complete(RenditionSpec spec, Optional<byte[]> bytes) {
        Objects.requireNonNull(wanted.get(spec)).complete(bytes);
    }

    // Somebody may have made them since they were looked for.
    private List<RenditionSpec> missing(Workplace workplace) {
        var missing = new ArrayList<RenditionSpec>();
        for (var spec : wanted.keySet()) {
            var found = workplace.find(spec);
            if (found.isPresent()) {
                complete(spec, found);
            } else {
                missing.add(spec);
            }
        }
        return missing;
    }
}
