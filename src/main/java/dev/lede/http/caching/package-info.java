/** Answers with validators, compression and cache headers. It may use http and database. */
@NullMarked
package dev.lede.http.caching;

import org.jspecify.annotations.NullMarked;
