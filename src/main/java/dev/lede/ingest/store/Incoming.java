package dev.lede.ingest.store;

import dev.lede.document.DocumentPath;

/** A document that wants in. */
public record Incoming(DocumentPath path, byte[] bytes) {}
