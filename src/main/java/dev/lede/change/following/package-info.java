/**
 * What is told to those who follow the changes: from a place in the log on, through a filter, every article once. It may
 * use what its parent may.
 */
@NullMarked
package dev.lede.change.following;

import org.jspecify.annotations.NullMarked;
