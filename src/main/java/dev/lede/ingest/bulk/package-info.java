/** Many documents and assets in one transaction. It may use what its parent may. */
@NullMarked
package dev.lede.ingest.bulk;

import org.jspecify.annotations.NullMarked;
