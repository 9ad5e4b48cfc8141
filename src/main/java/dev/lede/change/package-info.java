/** The log of everything that changed, in order. It may use article, taxonomy, thumbnail, access, http and database. */
@NullMarked
package dev.lede.change;

import org.jspecify.annotations.NullMarked;
