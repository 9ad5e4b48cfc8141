/** The folder of content that Lede serves, imported at the start and whenever it changes. It may use what its parent may. */
@NullMarked
package dev.lede.ingest.folder;

import org.jspecify.annotations.NullMarked;
