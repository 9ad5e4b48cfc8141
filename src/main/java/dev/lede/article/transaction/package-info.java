/** The one way in which content changes: a transaction that counts, tells and orders. It may use what its parent may. */
@NullMarked
package dev.lede.article.transaction;

import org.jspecify.annotations.NullMarked;
