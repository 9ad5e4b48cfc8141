package dev.lede.ingest.derive;

import dev.lede.hash.Sha256;
import dev.lede.ingest.store.Assets.Asset;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A picture that stands in a document as a {@code data:} address (RFC 2397).
 *
 * @param path of the asset that it becomes: {@code data/<sha256>.<ext>}
 */
record DataPicture(String path, byte[] bytes, String type) {

    /** In bytes, decoded. */
    private static final int LARGEST = 1 << 20;

    private static final Pattern DATA =
            Pattern.compile("data:(image/[a-z0-9.+-]+)((?:;[^;,]*)*),(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Map<String, String> EXTENSIONS = Map.of(
            "image/png", "png",
            "image/jpeg", "jpg",
            "image/jpg", "jpg",
            "image/gif", "gif",
            "image/webp", "webp",
            "image/avif", "avif",
            "image/bmp", "bmp",
            "image/svg+xml", "svg");

    /** @param prefix of addresses of assets */
    Asset asset(String prefix) {
        return new Asset(path, bytes, type, url(prefix));
    }

    String url(String prefix) {
        return prefix + "/v1/assets/" + path;
    }

    static boolean isData(String address) {
        return address.regionMatches(true, 0, "data:", 0, "data:".length());
    }

    /** Nothing when it is no picture of a known type, cannot be decoded, or is larger than 1 MiB. */
    static Optional<DataPicture> parse(String address) {
        var data = DATA.matcher(address.strip());
        if (!data.matches() || data.group(3).length() > 4L * LARGEST) {
            return Optional.empty();
        }
        var type = data.group(1).toLowerCase(Locale.ROOT);
        var extension = EXTENSIONS.get(type);
        if (extension == null) {
            return Optional.empty();
        }
        var isBase64 = data.group(2).toLowerCase(Locale.ROOT).endsWith(";base64");
        return decoded(data.group(3), isBase64)
                .filter(bytes -> bytes.length > 0 && bytes.length <= LARGEST)
                .map(bytes -> new DataPicture(
                        "data/" + Sha256.hex(Sha256.of(bytes)) + "." + extension,
                        bytes,
                        type.equals("image/jpg") ? "image/jpeg" : type));
    }

    private static Optional<byte[]> decoded(String data, boolean isBase64) {
        try {
            var text = URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
            return Optional.of(
                    isBase64 ? Base64.getMimeDecoder().decode(text) : text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }
}
