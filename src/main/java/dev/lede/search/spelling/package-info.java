/** What may have been meant where nothing was found. It may use what its parent may. */
@NullMarked
package dev.lede.search.spelling;

import org.jspecify.annotations.NullMarked;
