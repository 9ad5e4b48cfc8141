package dev.lede.hash;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256: documents and assets are told apart by it, and of secrets nothing else is kept. Thread-safe. */
public final class Sha256 {

    private static final int CHUNK = 64 * 1024;

    private Sha256() {}

    /** The 32 bytes of the hash. */
    public static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    /** The 32 bytes of the hash of all that is still to be read, which is never held whole. */
    public static byte[] of(InputStream in) throws IOException {
        var digest = digest();
        var chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return digest.digest();
    }

    /** A hash as it is shown: in lower-case hexadecimal digits. */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has it: java.security.MessageDigest's documentation.
            throw new IllegalStateException(e);
        }
    }
}
