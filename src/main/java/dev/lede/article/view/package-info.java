/** What clients see of an article, as JSON. It may use what its parent may. */
@NullMarked
package dev.lede.article.view;

import org.jspecify.annotations.NullMarked;
