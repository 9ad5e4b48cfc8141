/** How often a client may ask, and what it is known by. It may use http and database. */
@NullMarked
package dev.lede.access.limit;

import org.jspecify.annotations.NullMarked;
