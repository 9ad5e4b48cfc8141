/** Query parameters, cursors and field selections, read and refused. It may use http and database. */
@NullMarked
package dev.lede.http.query;

import org.jspecify.annotations.NullMarked;
