/** Calls to a running Lede: addresses, keys, refusals, patience. It may use cli.transfer, cli.outcome and cli.console. */
@NullMarked
package dev.lede.cli.http;

import org.jspecify.annotations.NullMarked;
