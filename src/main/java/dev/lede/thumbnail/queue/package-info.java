/** Pictures are fetched and looked at in the background. It may use what its parent may. */
@NullMarked
package dev.lede.thumbnail.queue;

import org.jspecify.annotations.NullMarked;
