package dev.lede.ingest;

import dev.lede.document.DocumentPath;

/** A document that wants in. */
record Incoming(DocumentPath path, byte[] bytes) {}
