/** Servers that want to be told of changes: made, listed, changed and tried. It may use what its parent may. */
@NullMarked
package dev.lede.change.webhook;

import org.jspecify.annotations.NullMarked;
