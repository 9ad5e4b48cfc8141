/** Running it: the embedded database, health, metrics, housekeeping. It may use every package but cli. */
@NullMarked
package dev.lede.operation;

import org.jspecify.annotations.NullMarked;
