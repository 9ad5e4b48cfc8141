/** From what somebody types to conditions that PostgreSQL answers. It may use what its parent may. */
@NullMarked
package dev.lede.search.query;

import org.jspecify.annotations.NullMarked;
