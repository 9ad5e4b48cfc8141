/**
 * The way to other servers, so that nobody can reach through Lede what is not theirs to reach: addresses read as browsers
 * read them, and judged by where they lead. It uses nothing of ours.
 */
@NullMarked
package dev.lede.http.outbound;

import org.jspecify.annotations.NullMarked;
