package dev.lede.ingest.store;

import dev.lede.document.DocumentPath;
import dev.lede.hash.Sha256;

/**
 * A document that wants in.
 *
 * @param hash SHA-256 of its bytes, in hex
 */
public record Incoming(DocumentPath path, byte[] bytes, String hash) {

    public Incoming(DocumentPath path, byte[] bytes) {
        this(path, bytes, Sha256.hex(Sha256.of(bytes)));
    }
}
