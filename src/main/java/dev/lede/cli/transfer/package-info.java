/** Bodies on their way: streamed, bounded, and cut off when nothing moves. It may use nothing of ours. */
@NullMarked
package dev.lede.cli.transfer;

import org.jspecify.annotations.NullMarked;
