package dev.lede.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.document.place.UrlPath;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Where a document or asset lies below the root of its site, with {@code /} between the segments: {@code content/news/a.md}.
 *
 * @param value relative, NFC, at most 1,024 bytes of UTF-8; no empty, {@code .} or {@code ..} segment, no control character
 */
public record DocumentPath(String value) {
    private static final int MOST_BYTES = 1_024;
    private static final Set<String> CONTENT = Set.of("md", "markdown", "mdown", "html", "htm");
    private static final byte[] URL_NAMESPACE = HexFormat.of().parseHex("6ba7b8119dad11d180b400c04fd430c8");

    public DocumentPath {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
        refuseCharacters(value);
        refuseSegments(value);
    }

    /**
     * Reads a path as a client gives it, without percent-encoding.
     *
     * @throws IllegalPathException when no document can have it
     */
    public static DocumentPath parse(String text) {
        return new DocumentPath(text);
    }

    private static void refuseCharacters(String path) {
        if (path.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalPathException("a path has no control characters");
        }
        // A lone surrogate is no character: UTF-8 cannot carry it.
        if (path.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalPathException("a path has no lone surrogates");
        }
        if (path.getBytes(UTF_8).length > MOST_BYTES) {
            throw new IllegalPathException("a path has at most 1,024 bytes of UTF-8");
        }
    }

    private static void refuseSegments(String path) {
        if (path.startsWith("/")) {
            throw new IllegalPathException("a path is relative: it does not begin with a slash");
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty()) {
                throw new IllegalPathException("a path has no empty segments");
            }
            if (segment.equals(".") || segment.equals("..")) {
                throw new IllegalPathException("a path has no \"" + segment + "\" segments");
            }
        }
    }

    /** The same for the same path at every time: a version 5 UUID of {@code urn:lede:document:} and the path (RFC 9562 §5.5). */
    public UUID id() {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(URL_NAMESPACE);
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(("urn:lede:document:" + value).getBytes(UTF_8)));
            long most = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
            long least = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** Whether the name is that of a document; anything else is an asset. An {@code .html} file is one only with front matter. */
    public boolean isContent() {
        String name = name();
        boolean ignored = name.startsWith(".") || name.startsWith("#") || name.endsWith("~");
        return !ignored && name.indexOf('.') > 0 && CONTENT.contains(extension());
    }

    /** The last segment, extension and all. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** What follows the last dot of the name, lower case; empty without a dot. */
    public String extension() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The path percent-encoded for a URL, slashes kept. */
    public String encoded() {
        return UrlPath.encode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
