/** What an import would change, field by field. It may use cli.upload and below. */
@NullMarked
package dev.lede.cli.plan;

import org.jspecify.annotations.NullMarked;
