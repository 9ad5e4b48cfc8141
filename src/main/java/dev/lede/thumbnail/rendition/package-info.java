/** Pictures in other sizes and formats, made when they are first asked for. It may use what its parent may. */
@NullMarked
package dev.lede.thumbnail.rendition;

import org.jspecify.annotations.NullMarked;
