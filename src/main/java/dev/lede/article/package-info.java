/** The stored article: write it, find it, list it. It may use taxonomy, thumbnail, access, http and database. */
@NullMarked
package dev.lede.article;

import org.jspecify.annotations.NullMarked;
