/** How a command ends: exit statuses, and failures as sentences. It may use nothing of ours. */
@NullMarked
package dev.lede.cli.outcome;

import org.jspecify.annotations.NullMarked;
