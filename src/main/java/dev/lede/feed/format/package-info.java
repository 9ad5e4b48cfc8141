/** A feed and the forms in which it is written: RSS, Atom, JSON Feed. It may use what its parent may. */
@NullMarked
package dev.lede.feed.format;

import org.jspecify.annotations.NullMarked;
