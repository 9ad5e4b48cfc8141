/**
 * Pictures fetched by their addresses, so that nobody can reach through it what is not on the public internet. It may
 * use http.outbound: no database, and nothing that looks into a picture.
 */
@NullMarked
package dev.lede.thumbnail.fetch;

import org.jspecify.annotations.NullMarked;
