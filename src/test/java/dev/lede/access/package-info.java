/** Tests of who may do what. */
@NullMarked
package dev.lede.access;

import org.jspecify.annotations.NullMarked;
