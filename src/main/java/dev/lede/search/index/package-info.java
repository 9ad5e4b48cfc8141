/** What is stored of an article to find it by. It may use what its parent may. */
@NullMarked
package dev.lede.search.index;

import org.jspecify.annotations.NullMarked;
