/** What every exchange has in common: a well-formed request line, an id, timing, CORS, safe defaults. It may use http and database. */
@NullMarked
package dev.lede.http.manners;

import org.jspecify.annotations.NullMarked;
