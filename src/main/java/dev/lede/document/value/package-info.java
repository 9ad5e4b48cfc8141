/** What single values mean: dates, booleans, text. It may use the front-matter tree and the values of its parent package. */
@NullMarked
package dev.lede.document.value;

import org.jspecify.annotations.NullMarked;
