/** Tests of what every answer promises. */
@NullMarked
package dev.lede.http;

import org.jspecify.annotations.NullMarked;
