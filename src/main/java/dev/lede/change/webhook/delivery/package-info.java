/**
 * Changes on their way to other servers: taken from the log, signed, sent, tried again, noted. It may use what its parent
 * may.
 */
@NullMarked
package dev.lede.change.webhook.delivery;

import org.jspecify.annotations.NullMarked;
