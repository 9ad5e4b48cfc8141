/** What was found, counted by terms, languages and years. It may use what its parent may. */
@NullMarked
package dev.lede.search.facet;

import org.jspecify.annotations.NullMarked;
