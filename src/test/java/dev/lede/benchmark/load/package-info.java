/** Documents that are made up and requests that go out, in any number, and the processes that take part. */
@NullMarked
package dev.lede.benchmark.load;

import org.jspecify.annotations.NullMarked;
