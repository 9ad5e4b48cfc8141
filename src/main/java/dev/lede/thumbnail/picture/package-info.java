/** Pictures: what they are, and their renditions. Bytes in, bytes out; it may use nothing of ours. */
@NullMarked
package dev.lede.thumbnail.picture;

import org.jspecify.annotations.NullMarked;
