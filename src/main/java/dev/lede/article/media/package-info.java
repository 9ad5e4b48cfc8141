/** One article in other media than JSON. It may use what its parent may. */
@NullMarked
package dev.lede.article.media;

import org.jspecify.annotations.NullMarked;
