package dev.lede.ingest.spool;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.ingest.derive.IngestConfig;
import dev.lede.ingest.spool.archive.Archive;
import dev.lede.ingest.spool.archive.LineArchive;
import dev.lede.ingest.spool.archive.MultipartArchive;
import dev.lede.ingest.spool.archive.TarArchive;
import dev.lede.ingest.spool.archive.ZipArchive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes uploads of many files onto the disk, unpacked, and no more of them than they may have. Thread-safe. */
@ApplicationScoped
public class Spooling {

    private static final TarArchive TAR = new TarArchive();

    private final IngestConfig.Limits limits;
    private final Disk disk;
    private final LineArchive lines;
    private final ZipArchive zip;

    @Inject
    Spooling(IngestConfig config) {
        this(config.limits(), folder(config));
    }

    Spooling(IngestConfig.Limits limits, Path folder) {
        this.limits = limits;
        this.disk = new Disk(folder);
        // In JSON a byte of text takes six at most, a byte of base64 less than two.
        this.lines = new LineArchive((int) Math.min(
                Integer.MAX_VALUE - 8,
                Math.max(6 * limits.document().asLongValue(), 2 * limits.asset().asLongValue())));
        this.zip = new ZipArchive(disk, limits.entries());
    }

    private static final Map<String, Function<Spooling, Archive>> ARCHIVES = Map.of(
            "application/x-tar", spooling -> TAR,
            "application/x-gtar", spooling -> TAR,
            "application/gzip", spooling -> TAR,
            "application/x-gzip", spooling -> TAR,
            "application/zip", spooling -> spooling.zip,
            "application/x-zip-compressed", spooling -> spooling.zip,
            "application/x-ndjson", spooling -> spooling.lines);

    private static final String FORM = "multipart/form-data";

    /** Whether a body of this type holds many files. */
    public static boolean takes(MediaType type) {
        return name(type).equals(FORM) || ARCHIVES.containsKey(name(type));
    }

    private static String name(MediaType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a whole body as it arrives.
     *
     * @param type one that {@link #takes}
     * @return to be closed by the caller
     * @throws ProblemException {@code malformed-archive}, {@code archive-too-large}, {@code too-many-entries} or
     *     {@code compression-ratio-exceeded}; {@code busy} when the disk is full
     */
    public Spool spool(InputStream body, MediaType type) throws IOException {
        var quota = new Quota(limits);
        var writer = new SpoolWriter(disk.file(".spool"), limits, quota);
        var kept = false;
        try {
            read(archive(type), quota.packed(body), writer);
            var spool = writer.complete();
            if (spool.size() == 0) {
                throw malformed("it holds no file");
            }
            kept = true;
            return spool;
        } finally {
            if (!kept) {
                writer.discard();
            }
        }
    }

    /** Where uploads lie, and other things that are not kept. */
    public Disk disk() {
        return disk;
    }

    private static void read(Archive archive, InputStream body, SpoolWriter writer) {
        try {
            archive.read(body, writer);
        } catch (IOException malformed) {
            throw malformed(malformed.getMessage());
        }
    }

    private Archive archive(MediaType type) {
        if (name(type).equals(FORM)) {
            var boundary = type.getParameters().get("boundary");
            if (boundary == null || boundary.isEmpty()) {
                throw malformed("the content type of a form names its boundary");
            }
            return new MultipartArchive(boundary);
        }
        return Objects.requireNonNull(ARCHIVES.get(name(type))).apply(this);
    }

    private static ProblemException malformed(@Nullable String reason) {
        return new ProblemException(
                ProblemType.MALFORMED_ARCHIVE,
                "The upload is not of the form that its Content-Type says: " + reason + ".");
    }

    /** Where uploads are kept until they are dealt with. */
    static Path folder(IngestConfig config) {
        return config.spoolDir().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }
}
