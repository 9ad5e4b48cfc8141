/** What a folder and a Lede have that the other has not. It may use cli.http and below, document and tree. */
@NullMarked
package dev.lede.cli.compare;

import org.jspecify.annotations.NullMarked;
