/** Answers that are kept in memory, whole, and given again for as long as they are right. It may use http and database. */
@NullMarked
package dev.lede.http.caching.kept;

import org.jspecify.annotations.NullMarked;
