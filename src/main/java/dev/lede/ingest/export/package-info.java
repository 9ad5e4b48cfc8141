/** Everything that came in, as it came, in one archive. It may use what its parent may. */
@NullMarked
package dev.lede.ingest.export;

import org.jspecify.annotations.NullMarked;
