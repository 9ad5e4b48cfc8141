/**
 * The doors under {@code /q}: the contract and the page that shows it, and the manners of what the framework serves there.
 * It may use every package but cli.
 */
@NullMarked
package dev.lede.operation.door;

import org.jspecify.annotations.NullMarked;
