/** Pixels: scaled, turned, converted to sRGB, and summed up. It may use nothing of ours but the refusal. */
@NullMarked
package dev.lede.thumbnail.picture.pixel;

import org.jspecify.annotations.NullMarked;
