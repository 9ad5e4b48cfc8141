/** A folder of content on disk: what lies in it, the hashes of its files, and what changes. It may use document. */
@NullMarked
package dev.lede.tree;

import org.jspecify.annotations.NullMarked;
