package dev.lede.thumbnail;

import dev.lede.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture comes from.
 *
 * @param id of the picture, in hex: the SHA-256 of its address or, without one, of its bytes
 * @param address on the web; null for the bytes of an asset
 */
public record Origin(String id, @Nullable String address) {

    /** The bytes of an asset, by their SHA-256. */
    static Origin ofAsset(byte[] hash) {
        return new Origin(Sha256.hex(hash), null);
    }

    /** A picture that is to be fetched. */
    static Origin ofAddress(String address) {
        return new Origin(Sha256.hex(Sha256.of(address.getBytes(StandardCharsets.UTF_8))), address);
    }

    /** The id as the database has it. */
    byte[] key() {
        return HexFormat.of().parseHex(id);
    }
}
