/** Running it: the index, start checks, the embedded database, metrics, the doors under {@code /q}. It may use every package but cli. */
@NullMarked
package dev.lede.operation;

import org.jspecify.annotations.NullMarked;
