/** Documents and assets over HTTP: the way in, and out again. It may use what its parent may. */
@NullMarked
package dev.lede.ingest.http;

import org.jspecify.annotations.NullMarked;
