/** What decoders give, as rows: the JDK's for most kinds, libwebp for WebP. It may use the rest of picture. */
@NullMarked
package dev.lede.thumbnail.picture.decode;

import org.jspecify.annotations.NullMarked;
