/** The schema, brought to what this release needs before anything else looks at the database. It may use nothing of ours but {@code database}. */
@NullMarked
package dev.lede.database.schema;

import org.jspecify.annotations.NullMarked;
