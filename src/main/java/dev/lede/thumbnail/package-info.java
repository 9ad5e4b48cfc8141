/** The pictures of articles. It may use access, http and database. */
@NullMarked
package dev.lede.thumbnail;

import org.jspecify.annotations.NullMarked;
