package dev.lede.thumbnail.rendition;

import dev.lede.http.problem.ProblemException;
import dev.lede.thumbnail.picture.RenditionSpec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Pictures in other sizes, found or made. However many ask however many nodes for one at once, it is made once. Thread-safe. */
@ApplicationScoped
public class Renditions {

    private final StoredRenditions stored;
    private final RenditionNames names;
    private final Renderers renderers;
    private final Counter made;
    private final ConcurrentHashMap<String, Making> makings = new ConcurrentHashMap<>();

    Renditions(StoredRenditions stored, RenditionNames names, Renderers renderers, MeterRegistry registry) {
        this.stored = stored;
        this.names = names;
        this.renderers = renderers;
        this.made = Counter.builder("lede.renditions.made")
                .description("Pictures brought into another size or format.")
                .register(registry);
    }

    /**
     * A picture in another size.
     *
     * @return ends with nothing when the picture is not there any more, with a {@link
     *     dev.lede.thumbnail.picture.UnreadablePictureException} when it cannot be read after all, with a {@link
     *     ProblemException} {@code busy} when too many others are waiting
     */
    public CompletionStage<Optional<byte[]>> of(ShownPicture picture, RenditionSpec spec) {
        var found = stored.find(picture, spec);
        return found.isPresent() ? CompletableFuture.completedStage(found) : made(picture, spec);
    }

    private CompletionStage<Optional<byte[]>> made(ShownPicture picture, RenditionSpec spec) {
        var family = names.together(spec);
        var together = new ArrayList<>(List.of(spec));
        family.stream().filter(other -> !other.equals(spec)).forEach(together::add);
        // Those who wait for another of the family wait for the same work.
        var group = picture.id() + "/" + StoredRenditions.name(family.get(0));
        var making = makings.computeIfAbsent(group, ignored -> new Making(stored, picture, group, together));
        if (making.begins()) {
            begin(making, () -> makings.remove(group, making));
        }
        return making.of(spec);
    }

    private void begin(Making making, Runnable end) {
        try {
            renderers.run(() -> {
                making.run(made::increment);
                end.run();
            });
        } catch (ProblemException busy) {
            // Those who wait for the same one are told the same.
            end.run();
            making.fail(busy);
        }
    }
}
