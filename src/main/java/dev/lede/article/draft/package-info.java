/** Articles as they are derived from documents, ready to be written. It may use what its parent may. */
@NullMarked
package dev.lede.article.draft;

import org.jspecify.annotations.NullMarked;
