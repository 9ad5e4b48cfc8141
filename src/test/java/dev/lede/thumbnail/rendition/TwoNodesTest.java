package dev.lede.thumbnail.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.hash.Sha256;
import dev.lede.thumbnail.Blobs;
import dev.lede.thumbnail.Drawn;
import dev.lede.thumbnail.ThumbnailConfig;
import dev.lede.thumbnail.picture.Focus;
import dev.lede.thumbnail.picture.Format;
import dev.lede.thumbnail.picture.RenditionSpec;
import dev.lede.thumbnail.picture.Size;
import dev.lede.thumbnail.queue.WithoutWorkers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.awt.Color;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithoutWorkers.class)
class TwoNodesTest {

    @Inject
    Database database;

    @Inject
    ThumbnailConfig config;

    @Inject
    RenditionNames names;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** A node of its own, but for the database. */
    private Renditions node() {
        return new Renditions(new StoredRenditions(database, config), names, new Renderers(1), registry);
    }

    @Test
    void makeARenditionOnce() throws Exception {
        var bytes = Drawn.halves("png", 1600, 1200, Color.RED, Color.BLUE);
        var hash = Sha256.hex(Sha256.of(bytes));
        database.write(Duration.ofSeconds(5), Database.Ending.COMMIT, session -> {
            Blobs.store(session, List.of(bytes));
            return session.update(Sql.of(
                    "insert into picture (id, hash, host, status, due_at) values (decode(?, 'hex'), decode(?, 'hex'), '',"
                            + " 'ready', 'infinity')",
                    hash,
                    hash));
        });
        var picture = new ShownPicture(hash, hash, "image/png", Focus.CENTER);

        // Each asks for another width: all of them are made together.
        var asked = IntStream.of(160, 320, 640, 960, 1280)
                .mapToObj(width -> node().of(picture, new RenditionSpec(new Size.Width(width), Format.WEBP)))
                .toList();
        for (var answer : asked) {
            assertThat(answer.toCompletableFuture().get(60, TimeUnit.SECONDS)).isPresent();
        }

        assertThat(registry.counter("lede.renditions.made").count()).isEqualTo(5);
    }
}
