/** Articles as they are written: their rows, their addresses, the stored visibility and its clock. It may use what its parent may. */
@NullMarked
package dev.lede.article.writing;

import org.jspecify.annotations.NullMarked;
