/** A whole import: of a folder, of an archive, once or as files change. It may use all of cli below the commands, document and tree. */
@NullMarked
package dev.lede.cli.importing;

import org.jspecify.annotations.NullMarked;
