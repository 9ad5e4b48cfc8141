/** Everything that a Lede has, into one archive. It may use cli.http and below. */
@NullMarked
package dev.lede.cli.export;

import org.jspecify.annotations.NullMarked;
