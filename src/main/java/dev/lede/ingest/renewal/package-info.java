/** Articles are derived again when something else than their documents changes. It may use what its parent may. */
@NullMarked
package dev.lede.ingest.renewal;

import org.jspecify.annotations.NullMarked;
