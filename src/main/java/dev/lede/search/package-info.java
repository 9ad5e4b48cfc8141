/** Full-text search: tokens in, ranked hits out. It may use document, markdown, article, taxonomy, thumbnail, access, http and database. */
@NullMarked
package dev.lede.search;

import org.jspecify.annotations.NullMarked;
