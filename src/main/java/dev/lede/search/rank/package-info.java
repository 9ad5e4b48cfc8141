/** Which of the articles found comes first. It may use what its parent may. */
@NullMarked
package dev.lede.search.rank;

import org.jspecify.annotations.NullMarked;
