/** Titles and terms completed while somebody types. It may use what its parent may. */
@NullMarked
package dev.lede.search.suggest;

import org.jspecify.annotations.NullMarked;
