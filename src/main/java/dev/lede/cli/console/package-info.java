/** What a command writes: results, diagnostics, progress. It may use nothing of ours. */
@NullMarked
package dev.lede.cli.console;

import org.jspecify.annotations.NullMarked;
