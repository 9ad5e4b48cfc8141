/** XML that is well-formed whatever text goes into it. It uses nothing of ours. */
@NullMarked
package dev.lede.feed.xml;

import org.jspecify.annotations.NullMarked;
