/** The forms in which many files come: tar, zip, multipart, JSON lines. It may use what its parent may. */
@NullMarked
package dev.lede.ingest.spool.archive;

import org.jspecify.annotations.NullMarked;
