/** Bodies that come in: read within limits, and understood or refused. It may use http and database. */
@NullMarked
package dev.lede.http.body;

import org.jspecify.annotations.NullMarked;
