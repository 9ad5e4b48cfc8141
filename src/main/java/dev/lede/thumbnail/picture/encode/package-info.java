/** Pixels written as WebP, JPEG and PNG, without any metadata. It may use the rest of picture. */
@NullMarked
package dev.lede.thumbnail.picture.encode;

import org.jspecify.annotations.NullMarked;
