/** One article by what it is or was called: id, slug, url, alias. It may use what its parent may. */
@NullMarked
package dev.lede.article.key;

import org.jspecify.annotations.NullMarked;
