/** Documents come in, and go out again as they came. It may use every package but change, operation and cli. */
@NullMarked
package dev.lede.ingest;

import org.jspecify.annotations.NullMarked;
