/** One bulk call: what is sent, how it is meant, what comes back. It may use cli.http and below, and tree. */
@NullMarked
package dev.lede.cli.upload;

import org.jspecify.annotations.NullMarked;
