/** Uploads of many files on the disk, in the order given, until they are dealt with. It may use what its parent may. */
@NullMarked
package dev.lede.ingest.spool;

import org.jspecify.annotations.NullMarked;
