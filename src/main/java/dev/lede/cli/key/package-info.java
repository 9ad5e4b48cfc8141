/** The commands about keys. It may use cli.http and below. */
@NullMarked
package dev.lede.cli.key;

import org.jspecify.annotations.NullMarked;
