package dev.lede.thumbnail.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lede.database.Database;
import dev.lede.database.Database.Ended;
import dev.lede.database.Database.Ending;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.thumbnail.Blobs;
import dev.lede.thumbnail.ThumbnailConfig;
import dev.lede.thumbnail.picture.RenditionSpec;
import dev.lede.thumbnail.picture.Size;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Renditions in the database, and those asked for lately in memory. Thread-safe. */
@Singleton
class StoredRenditions {

    /** How long to wait for another node that makes the same: far more than it takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final Cache<String, byte[]> recent;

    StoredRenditions(Database database, ThumbnailConfig config) {
        this.database = database;
        this.recent = Caffeine.newBuilder()
                .maximumWeight(config.cache().asLongValue())
                .<String, byte[]>weigher((key, bytes) -> key.length() + bytes.length)
                .build();
    }

    /** What a rendition is stored under: {@code 320.webp}, {@code 400x300@0.5,0.25.jpg}. */
    static String name(RenditionSpec spec) {
        if (spec.size() instanceof Size.Crop crop) {
            return String.format(
                    Locale.ROOT,
                    "%dx%d@%s,%s.%s",
                    crop.width(),
                    crop.height(),
                    crop.focus().x(),
                    crop.focus().y(),
                    spec.format().extension());
        }
        return ((Size.Width) spec.size()).pixels() + "." + spec.format().extension();
    }

    // By what it is made of, so that a picture that comes anew at the same address is another one.
    private static String key(ShownPicture picture, RenditionSpec spec) {
        return picture.hash() + "/" + name(spec);
    }

    /** A rendition that was made before. */
    Optional<byte[]> find(ShownPicture picture, RenditionSpec spec) {
        var known = recent.getIfPresent(key(picture, spec));
        if (known != null) {
            return Optional.of(known);
        }
        return database.read(session -> find(session, picture, spec));
    }

    private Optional<byte[]> find(Session session, ShownPicture picture, RenditionSpec spec) {
        var stored = session.first(
                Sql.of(
                        "select bytes from rendition where picture_id = decode(?, 'hex') and name = ?",
                        picture.id(),
                        name(spec)),
                row -> row.getBytes("bytes"));
        stored.ifPresent(bytes -> recent.put(key(picture, spec), bytes));
        return stored;
    }

    /**
     * Has renditions made while no other node makes those of the same group. It takes a connection until they are made,
     * so it is for renderers alone, and not for those who wait for them.
     *
     * @param group of renditions that are made together, each in one group
     */
    void alone(ShownPicture picture, String group, Consumer<Workplace> work) {
        database.writeOnce(PATIENCE, session -> {
            session.list(Sql.of("select pg_advisory_xact_lock(hashtextextended(?, 2))", group), row -> true);
            work.accept(new Workplace(session, picture));
            return new Ended<>(true, Ending.COMMIT);
        });
    }

    /** Where renditions of one picture are made, and nobody else makes the same. */
    final class Workplace {

        private final Session session;
        private final ShownPicture picture;

        private Workplace(Session session, ShownPicture picture) {
            this.session = session;
            this.picture = picture;
        }

        /** A rendition that was made before, perhaps just now by another node. */
        Optional<byte[]> find(RenditionSpec spec) {
            return StoredRenditions.this.find(session, picture, spec);
        }

        /** The picture itself, as it came. */
        Optional<byte[]> original() {
            return Blobs.find(session, picture.hash());
        }

        /** Keeps a rendition, as long as its picture is there. */
        void keep(RenditionSpec spec, byte[] bytes) {
            session.update(Sql.of(
                    "insert into rendition (picture_id, name, bytes) select id, ?, ? from picture where id = decode(?, 'hex')"
                            + " on conflict do nothing",
                    name(spec),
                    bytes,
                    picture.id()));
            recent.put(key(picture, spec), bytes);
        }
    }
}
