/** Which articles are asked for: checked parameters, and the SQL that finds them. It may use what its parent may. */
@NullMarked
package dev.lede.article.query;

import org.jspecify.annotations.NullMarked;
