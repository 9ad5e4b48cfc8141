/** Documents and assets as rows, byte for byte. It may use what its parent may. */
@NullMarked
package dev.lede.ingest.store;

import org.jspecify.annotations.NullMarked;
