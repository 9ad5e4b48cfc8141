/** What of a text is shown because it was searched for. It may use what its parent may. */
@NullMarked
package dev.lede.search.highlight;

import org.jspecify.annotations.NullMarked;
