package dev.lede.ingest.store;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A stored document in the list by which a client learns what it need not send again.
 *
 * @param hash SHA-256 of its bytes, in hex; also its entity tag
 * @param size in bytes
 */
public record DocumentView(String path, String hash, long size, UUID id, OffsetDateTime updatedAt) {}
