/** One statement with its parameters, one write transaction, and the revision that orders all content. It may use nothing of ours. */
@NullMarked
package dev.lede.database;

import org.jspecify.annotations.NullMarked;
