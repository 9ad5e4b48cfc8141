package dev.lede.http.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.hash.Sha256;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: the sort values of the row beside it, and which way to go on. It belongs to the filters and the
 * sort of that list, whose fingerprint it carries; to clients it is opaque.
 *
 * @param fingerprint of filters and sort, see {@link #fingerprint}
 * @param backward whether the page before is meant
 * @param values of the sort fields, null where the row has none
 */
public record Cursor(long fingerprint, boolean backward, List<@Nullable String> values) {

    private static final byte VERSION = 1;

    /** Room for the longest title there may be, in characters of base64. */
    private static final int LONGEST = 12_000;

    private static final int MOST_VALUES = 16;

    public Cursor {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** @param filtersAndSort in a canonical form: what finds the same rows in the same order is the same text */
    public static long fingerprint(String filtersAndSort) {
        return ByteBuffer.wrap(Sha256.of(filtersAndSort.getBytes(UTF_8))).getLong();
    }

    /** In base64url without padding: fit for a query as it is. */
    public String encode() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(backward ? 1 : 0);
            out.writeLong(fingerprint);
            out.writeByte(values.size());
            for (var value : values) {
                var text = value == null ? new byte[0] : value.getBytes(UTF_8);
                out.writeInt(value == null ? -1 : text.length);
                out.write(text);
            }
            out.writeInt(checksum(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads what {@link #encode} wrote for a list of the same fingerprint.
     *
     * @throws ProblemException {@code invalid-cursor}, when it is anything else
     */
    public static Cursor parse(String text, long fingerprint) {
        if (text.length() > LONGEST) {
            throw unreadable();
        }
        try {
            var cursor = read(Base64.getUrlDecoder().decode(text));
            if (cursor.fingerprint != fingerprint) {
                throw new ProblemException(
                        ProblemType.INVALID_CURSOR,
                        "This cursor belongs to other filters or another sort. Begin again without a cursor.");
            }
            return cursor;
        } catch (IllegalArgumentException | BufferUnderflowException | CharacterCodingException e) {
            throw unreadable();
        }
    }

    /** The refusal of a cursor whose form is right and whose values are not. */
    public static ProblemException unreadable() {
        return new ProblemException(
                ProblemType.INVALID_CURSOR,
                "This is no cursor of this list. Take it as it stands in \"next\" or \"prev\", or begin without.");
    }

    private static Cursor read(byte[] bytes) throws CharacterCodingException {
        var in = ByteBuffer.wrap(bytes);
        if (bytes.length < 4 || in.getInt(bytes.length - 4) != checksum(Arrays.copyOf(bytes, bytes.length - 4))) {
            throw new IllegalArgumentException("checksum");
        }
        in.limit(bytes.length - 4);
        if (in.get() != VERSION) {
            throw new IllegalArgumentException("version");
        }
        boolean backward = in.get() == 1;
        long fingerprint = in.getLong();
        int count = in.get();
        if (count < 0 || count > MOST_VALUES) {
            throw new IllegalArgumentException("count");
        }
        var values = new ArrayList<@Nullable String>();
        for (int i = 0; i < count; i++) {
            values.add(value(in));
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("length");
        }
        return new Cursor(fingerprint, backward, values);
    }

    private static @Nullable String value(ByteBuffer in) throws CharacterCodingException {
        int length = in.getInt();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("length");
        }
        var text = in.slice().limit(length);
        in.position(in.position() + length);
        return UTF_8.newDecoder().decode(text).toString();
    }

    private static int checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
