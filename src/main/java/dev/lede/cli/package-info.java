/** The commands that talk to a running Lede over HTTP, and need no database. It may use document and tree. */
@NullMarked
package dev.lede.cli;

import org.jspecify.annotations.NullMarked;
