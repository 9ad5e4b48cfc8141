/** Which threads work on reads. It may use http and database. */
@NullMarked
package dev.lede.http.pacing;

import org.jspecify.annotations.NullMarked;
