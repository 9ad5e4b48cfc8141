/** The pictures of articles: chosen, kept, shown. It may use access, http and database. */
@NullMarked
package dev.lede.thumbnail;

import org.jspecify.annotations.NullMarked;
