/** Refusals as RFC 9457 problem details. It may use nothing of ours. */
@NullMarked
package dev.lede.http.problem;

import org.jspecify.annotations.NullMarked;
