/** The keys themselves: made, kept as hashes, listed and revoked. It may use access, http and database. */
@NullMarked
package dev.lede.access.keys;

import org.jspecify.annotations.NullMarked;
