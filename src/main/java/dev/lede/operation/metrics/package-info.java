/** What is measured for those who run Lede, in a bounded number of series. It may use database. */
@NullMarked
package dev.lede.operation.metrics;

import org.jspecify.annotations.NullMarked;
