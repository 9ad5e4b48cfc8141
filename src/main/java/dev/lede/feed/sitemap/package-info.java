/** Where every visible article is, for search engines. It may use what its parent may. */
@NullMarked
package dev.lede.feed.sitemap;

import org.jspecify.annotations.NullMarked;
