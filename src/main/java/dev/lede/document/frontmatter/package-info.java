/** Finding the front matter of a document and reading YAML, TOML and JSON into one tree with positions. It may use the values of its parent package. */
@NullMarked
package dev.lede.document.frontmatter;

import org.jspecify.annotations.NullMarked;
