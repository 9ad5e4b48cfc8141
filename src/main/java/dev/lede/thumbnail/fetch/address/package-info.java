/** Addresses of pictures: read as browsers read them, and judged by where they lead. It uses nothing of ours. */
@NullMarked
package dev.lede.thumbnail.fetch.address;

import org.jspecify.annotations.NullMarked;
