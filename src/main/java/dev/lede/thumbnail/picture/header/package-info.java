/** What the headers of all kinds of picture share: numbers, limits, orientation. It may use the rest of picture. */
@NullMarked
package dev.lede.thumbnail.picture.header;

import org.jspecify.annotations.NullMarked;
