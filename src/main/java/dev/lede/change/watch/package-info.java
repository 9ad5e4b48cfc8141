/** Follows the log as it grows, whichever node writes it. It may use what its parent may. */
@NullMarked
package dev.lede.change.watch;

import org.jspecify.annotations.NullMarked;
