/** Terms and their counts. It may use access, http and database. */
@NullMarked
package dev.lede.taxonomy;

import org.jspecify.annotations.NullMarked;
