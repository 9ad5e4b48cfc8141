/** From bytes to what is stored of them, without storing anything. It may use what its parent may. */
@NullMarked
package dev.lede.ingest.derive;

import org.jspecify.annotations.NullMarked;
