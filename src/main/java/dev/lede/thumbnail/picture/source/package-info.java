/** The kinds of picture that can be read: what a header tells, then rows of pixels. It may use the rest of picture. */
@NullMarked
package dev.lede.thumbnail.picture.source;

import org.jspecify.annotations.NullMarked;
