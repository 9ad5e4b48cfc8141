/** Changes as they happen, pushed to those who keep a connection open. It may use what its parent may. */
@NullMarked
package dev.lede.change.event;

import org.jspecify.annotations.NullMarked;
