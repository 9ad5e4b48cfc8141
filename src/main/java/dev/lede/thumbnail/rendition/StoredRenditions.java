package dev.lede.thumbnail.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Sql;
import dev.lede.thumbnail.Blobs;
import dev.lede.thumbnail.ThumbnailConfig;
import dev.lede.thumbnail.picture.RenditionSpec;
import dev.lede.thumbnail.picture.Size;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Renditions in the database, and those asked for lately in memory. Thread-safe. */
@Singleton
class StoredRenditions {

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

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
        var stored = database.read(session -> session.first(
                Sql.of(
                        "select bytes from rendition where picture_id = decode(?, 'hex') and name = ?",
                        picture.id(),
                        name(spec)),
                row -> row.getBytes("bytes")));
        stored.ifPresent(bytes -> recent.put(key(picture, spec), bytes));
        return stored;
    }

    /** Keeps a rendition, as long as its picture is there. */
    void keep(ShownPicture picture, RenditionSpec spec, byte[] bytes) {
        database.write(
                LOCK_TIMEOUT,
                Ending.COMMIT,
                session -> session.update(Sql.of(
                        "insert into rendition (picture_id, name, bytes) select id, ?, ? from picture where id = decode(?, 'hex')"
                                + " on conflict do nothing",
                        name(spec),
                        bytes,
                        picture.id())));
        recent.put(key(picture, spec), bytes);
    }

    /** The picture itself, as it came. */
    Optional<byte[]> original(ShownPicture picture) {
        return database.read(session -> Blobs.find(session, picture.hash()));
    }
}
