/** A PostgreSQL of Lede's own, in its data folder: unpacked, started, watched, stopped. It may use nothing of ours. */
@NullMarked
package dev.lede.operation.embedded;

import org.jspecify.annotations.NullMarked;
